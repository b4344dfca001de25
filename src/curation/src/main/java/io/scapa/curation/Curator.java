package io.scapa.curation;

import io.scapa.curation.audit.Audit;
import io.scapa.curation.manifest.LimitOutcome;
import io.scapa.curation.manifest.Realised;
import io.scapa.curation.manifest.Snapshot;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.plan.Planner;
import io.scapa.curation.recipe.CollapseLimit;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.select.Selection;
import io.scapa.curation.select.Selector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From candidates and a recipe to a plan, or to a dataset with its certificate.
 *
 * <p>The dataset's bytes are a function of the candidates, the recipe and the library's release: not of the order of the
 * candidates, the number of threads, the clock, or how often an export was interrupted. A dataset is written beside its target
 * and moved there when it is complete, so that a killed export leaves nothing that looks finished.
 */
public final class Curator {
    private static final int COLLAPSE_GENERATIONS = 10;

    /** Rounding to whole documents may break a limit; so often the plan is drawn tighter before that is accepted. */
    private static final int TIGHTENINGS = 8;

    private final Planner planner;
    private final Audit audit;

    /**
     * A curator.
     *
     * @param planner plans mixtures
     * @param audit labels that bounds may rest on
     */
    public Curator(Planner planner, Audit audit) {
        this.planner = planner;
        this.audit = audit;
    }

    /** A curator with the standard solver. */
    public static Curator standard() {
        return new Curator(Planner.standard(), Audit.none());
    }

    /** The same with other labels. */
    public Curator with(Audit labels) {
        return new Curator(planner, labels);
    }

    /** Plans without exporting. */
    public Plan plan(Recipe recipe, CandidateSource source) throws IOException {
        return plan(recipe, source, Progress.none());
    }

    /**
     * Plans without exporting.
     *
     * @throws IOException where the candidates cannot be read
     */
    public Plan plan(Recipe recipe, CandidateSource source, Progress progress) throws IOException {
        return plan(recipe, source, progress, ExportOptions.standard());
    }

    /**
     * Plans without exporting.
     *
     * @throws IOException where the candidates cannot be read
     */
    public Plan plan(Recipe recipe, CandidateSource source, Progress progress, ExportOptions options)
            throws IOException {
        return explain(recipe, source, progress, options).plan();
    }

    /**
     * A plan with what happened before it.
     *
     * @param plan the plan
     * @param dropped how many candidates filters and dedup put aside, by reason
     */
    public record Explanation(Plan plan, Map<String, Long> dropped) {}

    /**
     * Plans without exporting, and counts what could not be planned with.
     *
     * @throws IOException where the candidates cannot be read
     */
    public Explanation explain(Recipe recipe, CandidateSource source, Progress progress, ExportOptions options)
            throws IOException {
        Scan scan = scan(recipe, EditedCandidates.of(recipe, source, options.threads()), progress, options);
        return new Explanation(plan(recipe, scan, progress, earlier(recipe, options)), scan.dropped());
    }

    /** Everything that is known before planning, of the very candidates that the recipe names where it names them. */
    private Scan scan(Recipe recipe, CandidateSource edited, Progress progress, ExportOptions options)
            throws IOException {
        Scan scan = Scan.of(recipe, edited, audit, options.threads(), progress);
        String wanted = recipe.inputsSha256();
        if (wanted != null) {
            String found = Snapshot.of(scan.table(), scan.byId()).sha256();
            if (!found.equals(wanted)) {
                throw new BadInputException(
                        "the recipe wants the inputs " + wanted + ", these are the inputs " + found);
            }
        }
        return scan;
    }

    private static Map<String, Long> earlier(Recipe recipe, ExportOptions options) throws IOException {
        EarlierDataset earlier = options.earlier();
        String named = recipe.remixOf();
        if (named == null && earlier == null) {
            return Map.of();
        }
        if (named == null || earlier == null || !earlier.manifestSha256().equals(named)) {
            throw new BadInputException("a re-mix needs the dataset that the recipe names: the recipe names "
                    + (named == null ? "none" : named) + ", given was "
                    + (earlier == null ? "none" : earlier.manifestSha256()));
        }
        return earlier.tokensByCell();
    }

    private Plan plan(Recipe recipe, Scan scan, Progress progress, Map<String, Long> earlier) {
        CancelledException.check(progress, Progress.Stage.PLAN);
        Plan plan = planner.plan(recipe, scan.cells(), Map.of(), earlier);
        progress.report(Progress.Stage.PLAN, 1, 1);
        return plan;
    }

    /** Exports with {@link ExportOptions#standard}. */
    public ExportResult export(
            Recipe recipe, CandidateSource source, Path out, CollapseCheck collapse, Progress progress)
            throws IOException {
        return export(recipe, source, out, collapse, progress, ExportOptions.standard());
    }

    /**
     * Plans, draws, tests for collapse, and writes the dataset.
     *
     * @param out the dataset's folder; it must not exist, unless it is empty or the options replace a dataset
     * @return what came of it; an infeasible recipe or too great a risk of collapse are results, not exceptions
     * @throws IOException where candidates cannot be read, or differ between two passes, or the dataset cannot be written
     */
    public ExportResult export(
            Recipe recipe,
            CandidateSource source,
            Path out,
            CollapseCheck collapse,
            Progress progress,
            ExportOptions options)
            throws IOException {
        DatasetFolder folder = DatasetFolder.at(out, options.replace());
        RunLog run = RunLog.start(options.threads());
        Map<String, Long> earlier = earlier(recipe, options);
        CandidateSource edited = EditedCandidates.of(recipe, source, options.threads());
        Scan scan = scan(recipe, edited, progress, options);
        Plan first = plan(recipe, scan, progress, earlier);
        if (first.tokens() == 0 || !first.feasible() && !options.acceptShortages()) {
            return new ExportResult.Infeasible(first, scan.dropped());
        }
        Drawn drawn = draw(recipe, scan, first, earlier, progress);
        Plan plan = drawn.plan();
        Selection selection = drawn.selection();
        Realised realised = drawn.realised();
        if (selection.lines() == 0 || realised == null) {
            return new ExportResult.Infeasible(plan, scan.dropped());
        }
        CollapseReport report = stressTest(recipe, selection, realised, collapse, progress);
        CollapseLimit limit = recipe.collapse();
        if (limit != null && report.probability() != null && report.probability() > limit.maxProbability()) {
            return new ExportResult.TooRisky(plan, report, explanation(limit, report.probability()));
        }
        DatasetExport export = new DatasetExport(recipe, scan, plan, selection, realised, report, options);
        return folder.write(partial -> export.write(partial, edited, progress, run));
    }

    private record Drawn(
            Plan plan, Selection selection, @Nullable Realised realised) {}

    /** Draws, and where whole documents break a limit that tokens kept, plans again with the limit drawn tighter by as much. */
    private Drawn draw(Recipe recipe, Scan scan, Plan first, Map<String, Long> earlier, Progress progress) {
        Map<String, Double> tightened = new TreeMap<>();
        Selector selector = new Selector(scan.table(), scan.fates().keptRows());
        Drawn best = drawn(recipe, scan, selector, first);
        Drawn current = best;
        for (int i = 0; i < TIGHTENINGS && overshoots(current); i++) {
            CancelledException.check(progress, Progress.Stage.SELECT);
            for (LimitOutcome limit : current.realised().limits()) {
                tightened.merge(limit.name(), Math.max(0, limit.bound() - limit.limit()) * 1.01, Double::sum);
            }
            Plan plan = planner.plan(recipe, scan.cells(), tightened, earlier);
            current = drawn(recipe, scan, selector, plan);
            if (!plan.feasible() && first.feasible()) {
                break;
            }
            best = current;
        }
        progress.report(
                Progress.Stage.SELECT,
                best.selection().lines(),
                best.selection().lines());
        return best;
    }

    private static boolean overshoots(Drawn drawn) {
        return drawn.realised() != null && drawn.realised().limits().stream().anyMatch(limit -> !limit.holds());
    }

    private static Drawn drawn(Recipe recipe, Scan scan, Selector selector, Plan plan) {
        Selection selection = selector.draw(plan.cells());
        Realised realised = selection.lines() == 0 ? null : Realised.of(scan.table(), selection, recipe, plan);
        return new Drawn(plan, selection, realised);
    }

    private static CollapseReport stressTest(
            Recipe recipe, Selection selection, Realised realised, CollapseCheck collapse, Progress progress) {
        CancelledException.check(progress, Progress.Stage.COLLAPSE);
        CollapseLimit limit = recipe.collapse();
        int generations = limit == null ? COLLAPSE_GENERATIONS : limit.generations();
        CollapseReport report = collapse.check(
                realised.mixture(), selection.tokens(), selection.documents(), generations, recipe.seed());
        if (limit != null && report.probability() == null) {
            throw new IllegalStateException(
                    "the recipe limits the risk of collapse, but no collapse test is connected");
        }
        progress.report(Progress.Stage.COLLAPSE, 1, 1);
        return report;
    }

    private static String explanation(CollapseLimit limit, double probability) {
        return String.format(
                Locale.ROOT,
                "collapse: probability %.4f within %d generations, the recipe accepts %.4f; lower alpha or raise gamma and eta",
                probability,
                limit.generations(),
                limit.maxProbability());
    }
}
