package io.scapa.curation.dedup;

import io.scapa.curation.dedup.Fates.Reason;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IndexSort;
import java.util.Arrays;

/** Finds conflicts of ids, empty documents and exact duplicates. */
public final class ExactDedup {
    private static final int NONE = -1;

    private final CandidateTable table;
    private final SurvivorOrder order;

    public ExactDedup(CandidateTable table) {
        this.table = table;
        this.order = new SurvivorOrder(table);
    }

    /**
     * Decides on every row.
     *
     * @param byId all rows in the order of {@link #byId}
     */
    public Fates decide(int[] byId) {
        return decide(byId, new Fates(table.size()));
    }

    /** The same where some rows are out already; they are nobody's survivor. */
    public Fates decide(int[] byId, Fates fates) {
        for (int row = 0; row < table.size(); row++) {
            if (table.tokens(row) == 0 && fates.kept(row)) {
                fates.reject(row, Reason.EMPTY);
            }
        }
        rejectConflicts(byId, fates);
        dropDuplicates(fates);
        return fates;
    }

    /** All rows ordered by id, then by what they hold: the order of everything that is written by id. */
    public int[] byId() {
        int[] rows = new int[table.size()];
        Arrays.setAll(rows, row -> row);
        IndexSort.sort(rows, (a, b) -> {
            int byId = table.compareIds(a, b);
            return byId != 0 ? byId : order.compare(a, b);
        });
        return rows;
    }

    private void rejectConflicts(int[] byId, Fates fates) {
        for (int from = 0; from < byId.length; ) {
            int until = from + 1;
            boolean conflict = false;
            while (until < byId.length && table.compareIds(byId[from], byId[until]) == 0) {
                conflict |= !table.sameContent(byId[from], byId[until]);
                until++;
            }
            for (int i = from; conflict && i < until; i++) {
                fates.reject(byId[i], Reason.ID_CONFLICT);
            }
            from = until;
        }
    }

    /** One pass finds the survivor of each key, a second one points the others to it. */
    private void dropDuplicates(Fates fates) {
        int[] slots = new int[Integer.highestOneBit(Math.max(8, table.size())) * 4];
        Arrays.fill(slots, NONE);
        for (int row = 0; row < table.size(); row++) {
            if (fates.kept(row)) {
                int slot = slot(slots, row);
                if (slots[slot] == NONE || order.compare(row, slots[slot]) < 0) {
                    slots[slot] = row;
                }
            }
        }
        for (int row = 0; row < table.size(); row++) {
            if (fates.kept(row)) {
                int survivor = slots[slot(slots, row)];
                if (survivor != row) {
                    boolean repeated = table.compareIds(row, survivor) == 0;
                    fates.drop(row, survivor, repeated ? Reason.REPEATED : Reason.EXACT_DUPLICATE);
                }
            }
        }
    }

    private int slot(int[] slots, int row) {
        int mask = slots.length - 1;
        int at = (int) (table.dedupKey(row, 0) >>> 32) & mask;
        while (slots[at] != NONE
                && (table.dedupKey(slots[at], 0) != table.dedupKey(row, 0)
                        || table.dedupKey(slots[at], 1) != table.dedupKey(row, 1))) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
