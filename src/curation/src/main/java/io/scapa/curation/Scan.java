package io.scapa.curation;

import io.scapa.curation.audit.Audit;
import io.scapa.curation.audit.AuditLabel;
import io.scapa.curation.audit.CellAudit;
import io.scapa.curation.dedup.ExactDedup;
import io.scapa.curation.dedup.Fates;
import io.scapa.curation.filter.Decision;
import io.scapa.curation.parallel.InOrder;
import io.scapa.curation.plan.Cell;
import io.scapa.curation.plan.CellStatistics;
import io.scapa.curation.plan.CellStatistics.AuditedBounds;
import io.scapa.curation.plan.ShareBound;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.curation.table.CandidateTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known before planning.
 *
 * @param table the facts of every candidate
 * @param byId its rows in the order of their ids
 * @param fates which of them may be drawn
 * @param cells what each cell holds
 * @param audit the labels that the cells' bounds rest on
 */
record Scan(CandidateTable table, int[] byId, Fates fates, List<Cell> cells, List<AuditLabel> audit) {
    private static final int REPORT_EVERY = 10_000;

    /** Reads all candidates and finds duplicates. */
    static Scan of(Recipe recipe, CandidateSource source, Audit audit, int threads, Progress progress)
            throws IOException {
        CandidateTable table = new CandidateTable();
        Bands bands = Bands.of(recipe.nearDedup());
        Fates fates = new Fates();
        Examination examination = new Examination(recipe);
        try (CandidateSource.Cursor cursor = source.open();
                InOrder<List<Candidate>, List<Examination.Examined>> examined =
                        new InOrder<>(threads, () -> examination.batch(cursor), examination::examine)) {
            for (List<Examination.Examined> batch = examined.next(); batch != null; batch = examined.next()) {
                for (Examination.Examined one : batch) {
                    int row = table.add(one.row());
                    fates.add();
                    if (one.decision() instanceof Decision.Drop drop) {
                        fates.filter(row, drop.reason());
                    }
                    bands.add(one.signature());
                    if (table.size() % REPORT_EVERY == 0) {
                        CancelledException.check(progress, Progress.Stage.SCAN);
                        progress.report(Progress.Stage.SCAN, table.size(), -1);
                    }
                }
            }
        }
        progress.report(Progress.Stage.SCAN, table.size(), table.size());
        ExactDedup dedup = new ExactDedup(table);
        int[] byId = dedup.byId();
        CancelledException.check(progress, Progress.Stage.DEDUP);
        dedup.decide(byId, fates);
        bands.drop(table, fates, source, progress);
        progress.report(Progress.Stage.DEDUP, table.size(), table.size());
        return audited(recipe, table, byId, fates, audit);
    }

    private static Scan audited(Recipe recipe, CandidateTable table, int[] byId, Fates fates, Audit audit) {
        if (audit.isEmpty()) {
            return new Scan(table, byId, fates, CellStatistics.of(table, fates.keptRows(), recipe, null), List.of());
        }
        CellAudit cells =
                CellAudit.of(table, Arrays.stream(byId).filter(fates::kept).toArray(), audit);
        AuditedBounds bounds = new AuditedBounds(
                bounds(cells, recipe.maxAlpha(), false, table), bounds(cells, recipe.maxAlphaBeta(), true, table));
        return new Scan(table, byId, fates, CellStatistics.of(table, fates.keptRows(), recipe, bounds), cells.used());
    }

    private static @Nullable ShareBound[] bounds(
            CellAudit cells, @Nullable ShareLimit limit, boolean beta, CandidateTable table) {
        return limit == null ? new ShareBound[table.cellCount()] : cells.bounds(limit, beta);
    }

    /** How many candidates were put aside, by reason; reasons that did not occur are 0. */
    Map<String, Long> dropped() {
        return new SideFiles(table, byId, fates).counts();
    }
}
