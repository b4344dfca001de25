package io.scapa.curation.audit;

import io.scapa.curation.plan.ShareBound;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.Pool;
import io.scapa.statistics.prevalence.AuditedDocument;
import io.scapa.statistics.prevalence.PredictionPoweredMean;
import io.scapa.statistics.prevalence.ScorePool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit says of each cell, by prediction-powered inference on the uniform sample that {@link AuditKey} leaves of it.
 */
public final class CellAudit {
    private final CandidateTable table;
    private final int[] rows;
    private final AuditLabel[] labels;
    private final long[] keys;

    private CellAudit(CandidateTable table, int[] rows, AuditLabel[] labels, long[] keys) {
        this.table = table;
        this.rows = rows;
        this.labels = labels;
        this.keys = keys;
    }

    /**
     * Looks labels up.
     *
     * @param table the candidates
     * @param rows the rows that may be drawn, in an order that does not depend on the scan
     */
    public static CellAudit of(CandidateTable table, int[] rows, Audit audit) {
        AuditKey key = new AuditKey();
        AuditLabel[] labels = new AuditLabel[rows.length];
        long[] keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = audit.of(table.contentSha256(rows[i]));
            keys[i] = key.of(table.contentBytes(rows[i]));
        }
        return new CellAudit(table, rows, labels, keys);
    }

    /** The labels that are a uniform sample of their cells, in the order of their contents. */
    public List<AuditLabel> used() {
        long[] ends = firstWithoutLabel();
        List<AuditLabel> used = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (usable(i, ends)) {
                used.add(labels[i]);
            }
        }
        used.sort(java.util.Comparator.comparing(AuditLabel::contentSha256));
        return used;
    }

    /**
     * The bound of each cell, null where nobody audited it.
     *
     * @param limit whose confidence is wanted
     * @param beta whether beta counts as well as alpha
     */
    public @Nullable ShareBound[] bounds(ShareLimit limit, boolean beta) {
        long[] ends = firstWithoutLabel();
        ScorePool.Sums[] pools = new ScorePool.Sums[table.cellCount()];
        List<List<AuditedDocument>> audited = new ArrayList<>();
        for (int cell = 0; cell < pools.length; cell++) {
            pools[cell] = new ScorePool.Sums();
            audited.add(new ArrayList<>());
        }
        for (int i = 0; i < rows.length; i++) {
            int cell = table.cell(rows[i]);
            double score = score(rows[i], beta);
            pools[cell].add(score, table.tokens(rows[i]));
            if (usable(i, ends)) {
                audited.get(cell).add(new AuditedDocument(score, share(labels[i], beta), table.tokens(rows[i])));
            }
        }
        ShareBound[] bounds = new ShareBound[pools.length];
        for (int cell = 0; cell < pools.length; cell++) {
            bounds[cell] = audited.get(cell).isEmpty() ? null : bound(pools[cell].pool(), audited.get(cell), limit);
        }
        return bounds;
    }

    private static ShareBound bound(ScorePool pool, List<AuditedDocument> audited, ShareLimit limit) {
        PredictionPoweredMean mean = PredictionPoweredMean.of(pool, audited);
        if (limit.confidence() == null) {
            return new ShareBound(mean.estimate(), 0, audited.size(), 0);
        }
        double slack = Math.max(0, mean.upper(limit.confidence()) - mean.estimate());
        return new ShareBound(mean.estimate(), slack, audited.size(), mean.gainOfOneMore(limit.confidence()));
    }

    /** The audit key of each cell's first document without a label, unsigned. */
    private long[] firstWithoutLabel() {
        long[] ends = new long[table.cellCount()];
        Arrays.fill(ends, -1L);
        for (int i = 0; i < rows.length; i++) {
            int cell = table.cell(rows[i]);
            if (labels[i] == null && Long.compareUnsigned(keys[i], ends[cell]) < 0) {
                ends[cell] = keys[i];
            }
        }
        return ends;
    }

    private boolean usable(int i, long[] ends) {
        return labels[i] != null && Long.compareUnsigned(keys[i], ends[table.cell(rows[i])]) < 0;
    }

    private double score(int row, boolean beta) {
        int alpha = table.pool(row, Pool.CURRENT_MODEL);
        return Millionths.toProbability(beta ? alpha + table.pool(row, Pool.PREVIOUS_GENERATION) : alpha);
    }

    private static double share(AuditLabel label, boolean beta) {
        return Math.min(
                1,
                beta
                        ? label.pools().alpha() + label.pools().beta()
                        : label.pools().alpha());
    }
}
