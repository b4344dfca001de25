package io.scapa.curation.select;

import java.util.Arrays;

/**
 * Tokens of a cell by the top 16 bits of the draw key. Histograms of parts of a cell add up in any order, so the boundary of
 * a draw can be found without bringing the documents together: only those in the boundary's bucket need ranking.
 */
public final class BudgetHistogram {
    /** How many buckets there are. */
    public static final int BUCKETS = 1 << 16;

    private final long[] tokens = new long[BUCKETS];

    /** The bucket of a draw key. */
    public static int bucket(long draw) {
        return (int) (draw >>> 48);
    }

    /** Counts a document. */
    public void add(long draw, int documentTokens) {
        tokens[bucket(draw)] += documentTokens;
    }

    /** Adds another part of the same cell. */
    public void merge(BudgetHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            tokens[i] += other.tokens[i];
        }
    }

    /** Empties it. */
    public void clear() {
        Arrays.fill(tokens, 0);
    }

    /**
     * The bucket in which a budget is reached.
     *
     * @param budget in tokens
     * @return the boundary; its bucket is {@link #BUCKETS} where all documents together stay below the budget
     */
    public Boundary boundary(long budget) {
        long below = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (below + tokens[bucket] >= budget) {
                return new Boundary(bucket, below);
            }
            below += tokens[bucket];
        }
        return new Boundary(BUCKETS, below);
    }

    /**
     * Where a budget is reached.
     *
     * @param bucket all documents of lower buckets are taken, none of higher ones
     * @param tokensBelow tokens in lower buckets
     */
    public record Boundary(int bucket, long tokensBelow) {}
}
