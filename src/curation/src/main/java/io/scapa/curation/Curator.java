package io.scapa.curation;

import io.scapa.curation.manifest.Realised;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.plan.Planner;
import io.scapa.curation.recipe.CollapseLimit;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.select.Selection;
import io.scapa.curation.select.Selector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * From candidates and a recipe to a plan, or to a dataset with its certificate.
 *
 * <p>The dataset's bytes are a function of the candidates, the recipe and the library's release: not of the order of the
 * candidates, the number of threads, the clock, or how often an export was interrupted. A dataset is written beside its target
 * and moved there when it is complete, so that a killed export leaves nothing that looks finished.
 */
public final class Curator {
    private static final int COLLAPSE_GENERATIONS = 10;

    private final Planner planner;

    public Curator(Planner planner) {
        this.planner = planner;
    }

    /** A curator with the standard solver. */
    public static Curator standard() {
        return new Curator(Planner.standard());
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
        return plan(recipe, Scan.of(recipe, source, progress), progress);
    }

    private Plan plan(Recipe recipe, Scan scan, Progress progress) {
        CancelledException.check(progress, Progress.Stage.PLAN);
        Plan plan = planner.plan(recipe, scan.cells());
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
        Scan scan = Scan.of(recipe, source, progress);
        Plan plan = plan(recipe, scan, progress);
        if (plan.tokens() == 0 || !plan.feasible() && !options.acceptShortages()) {
            return new ExportResult.Infeasible(plan);
        }
        Selection selection = new Selector(scan.table(), scan.fates().keptRows()).draw(plan.cells());
        progress.report(Progress.Stage.SELECT, selection.lines(), selection.lines());
        if (selection.lines() == 0) {
            return new ExportResult.Infeasible(plan);
        }
        Realised realised = Realised.of(scan.table(), selection, recipe);
        CollapseReport report = stressTest(recipe, selection, realised, collapse, progress);
        CollapseLimit limit = recipe.collapse();
        if (limit != null && report.probability() != null && report.probability() > limit.maxProbability()) {
            return new ExportResult.TooRisky(plan, report, explanation(limit, report.probability()));
        }
        DatasetExport export = new DatasetExport(recipe, scan, plan, selection, realised, report, options.threads());
        return folder.write(partial -> export.write(partial, source, progress, run));
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
