package io.scapa.curation.dedup;

import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IndexSort;
import io.scapa.provenance.Pool;

/**
 * Which of several documents that say the same is kept: the one of the scarcest pool (gamma, eta, beta, alpha), then the one
 * with the lowest draw key. It is a total order on what the documents are, so the survivor never depends on the order in
 * which they came.
 */
public final class SurvivorOrder implements IndexSort.Order {
    private final CandidateTable table;

    public SurvivorOrder(CandidateTable table) {
        this.table = table;
    }

    /** Place of a pool in the priority, 0 first. */
    public static int priority(Pool pool) {
        return switch (pool) {
            case ORIGINAL_HUMAN -> 0;
            case FRESH_HUMAN -> 1;
            case PREVIOUS_GENERATION -> 2;
            case CURRENT_MODEL -> 3;
        };
    }

    @Override
    public int compare(int a, int b) {
        int order = Integer.compare(
                priority(table.cellKey(table.cell(a)).pool()),
                priority(table.cellKey(table.cell(b)).pool()));
        order = order != 0 ? order : Long.compareUnsigned(table.draw(a), table.draw(b));
        order = order != 0 ? order : table.compareIds(a, b);
        return order != 0 ? order : compareFacts(a, b);
    }

    /** Orders rows with one id by their other facts; 0 where nothing that is kept of them differs. */
    private int compareFacts(int a, int b) {
        int order = table.contentSha256(a).compareTo(table.contentSha256(b));
        order = order != 0 ? order : table.source(a).compareTo(table.source(b));
        order = order != 0 ? order : table.release(a).compareTo(table.release(b));
        order = order != 0 ? order : Integer.compare(table.tokens(a), table.tokens(b));
        order = order != 0 ? order : Integer.compare(table.split(a), table.split(b));
        order = order != 0 ? order : table.cellKey(table.cell(a)).compareTo(table.cellKey(table.cell(b)));
        for (Pool pool : Pool.values()) {
            order = order != 0 ? order : Integer.compare(table.pool(a, pool), table.pool(b, pool));
        }
        return order;
    }
}
