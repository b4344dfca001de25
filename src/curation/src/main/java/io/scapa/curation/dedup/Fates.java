package io.scapa.curation.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of each candidate before selection: kept, a duplicate with its survivor, or rejected with a reason. */
public final class Fates {
    private static final int KEPT = -1;

    /** Why a candidate is out. */
    public enum Reason {
        /** Its text is that of another document. */
        EXACT_DUPLICATE("exact"),
        /** Its text nearly is. */
        NEAR_DUPLICATE("near"),
        /** The same id and text were given before. */
        REPEATED("repeated"),
        /** The same id came with another text: nobody can say which is meant. */
        ID_CONFLICT("id-conflict"),
        /** No token is left of it. */
        EMPTY("empty"),
        /** A filter of the recipe left it out. */
        FILTERED("filtered");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word in manifests and side files. */
        public String word() {
            return word;
        }

        /** Whether it points to a survivor. */
        public boolean isDuplicate() {
            return this == EXACT_DUPLICATE || this == NEAR_DUPLICATE;
        }
    }

    private final List<String> rules = new ArrayList<>();
    private int[] survivor;
    private byte[] reason;
    private short[] rule;
    private int size;

    /** Nobody yet. */
    public Fates() {
        this(0);
    }

    /** Everyone is kept. */
    public Fates(int size) {
        this.size = size;
        survivor = new int[size];
        Arrays.fill(survivor, KEPT);
        reason = new byte[size];
        rule = new short[size];
    }

    /** Adds the next candidate, who is kept. */
    public void add() {
        if (size == survivor.length) {
            int capacity = Math.max(1024, size + (size >> 1));
            survivor = Arrays.copyOf(survivor, capacity);
            reason = Arrays.copyOf(reason, capacity);
            rule = Arrays.copyOf(rule, capacity);
        }
        survivor[size++] = KEPT;
    }

    /** Whether a candidate may be selected. */
    public boolean kept(int row) {
        return survivor[row] == KEPT;
    }

    /** The row of its survivor; the candidate itself where it was rejected without one. */
    public int survivor(int row) {
        return survivor[row];
    }

    /** Why it is out; only where it is not kept. */
    public Reason reason(int row) {
        return Reason.values()[reason[row]];
    }

    /** Puts a candidate out in favour of another. */
    public void drop(int row, int inFavourOf, Reason why) {
        survivor[row] = inFavourOf;
        reason[row] = (byte) why.ordinal();
    }

    /** Puts a candidate out without a survivor. */
    public void reject(int row, Reason why) {
        drop(row, row, why);
    }

    /** Puts a candidate out by a filter. */
    public void filter(int row, String name) {
        reject(row, Reason.FILTERED);
        int number = rules.indexOf(name);
        if (number < 0) {
            number = rules.size();
            rules.add(name);
        }
        rule[row] = (short) number;
    }

    /** Why a candidate is out, in a word; a filter adds its rule. */
    public String word(int row) {
        return reason(row) == Reason.FILTERED
                ? "filter " + rules.get(rule[row])
                : reason(row).word();
    }

    /** How many candidates there are. */
    public int size() {
        return size;
    }

    /** The rows that are kept, ascending. */
    public int[] keptRows() {
        int[] rows = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (kept(row)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
