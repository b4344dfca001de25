package io.scapa.curation.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds candidates by id: an open-addressing table of row numbers, 8 to 16 bytes a row. */
public final class IdIndex {
    private static final int NONE = -1;

    private final CandidateTable table;
    private final int[] slots;
    private final int mask;

    /** Indexes the rows of a table; of several rows with one id it keeps the first given. */
    public IdIndex(CandidateTable table, int[] rows) {
        this.table = table;
        int capacity = Integer.highestOneBit(Math.max(8, rows.length)) * 4;
        this.slots = new int[capacity];
        this.mask = capacity - 1;
        Arrays.fill(slots, NONE);
        for (int row : rows) {
            int slot = slot(table.idBytes(row));
            if (slots[slot] == NONE) {
                slots[slot] = row;
            }
        }
    }

    /** The row with an id, or -1. */
    public int find(String id) {
        return slots[slot(id.getBytes(StandardCharsets.UTF_8))];
    }

    private int slot(byte[] id) {
        int at = mix(Arrays.hashCode(id)) & mask;
        while (slots[at] != NONE && !table.hasId(slots[at], id)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static int mix(int hash) {
        int h = hash * 0x9E3779B1;
        return h ^ (h >>> 15);
    }
}
