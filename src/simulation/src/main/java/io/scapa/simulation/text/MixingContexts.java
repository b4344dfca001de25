package io.scapa.simulation.text;

/**
 * Counts of the two outcomes of a decision in several contexts: nothing, the last one, two and three words, and the word
 * before the last alone. Beside the plain counts of nothing and of the last word stand counts of continuations, which count
 * a word only where the next longer context has not yet seen it, as Kneser and Ney (1995) count; longer contexts are smoothed
 * towards those, and a {@link SubtreeBackoff} joins three of them as whole words. Hashed, with a check against collisions.
 */
final class MixingContexts {
    private static final int NOTHING = 0;
    private static final int NOTHING_CONTINUED = 1;
    private static final int LAST_CONTINUED = 2;
    private static final int LAST = 3;
    private static final int TWO = 4;
    private static final int THREE = 5;
    private static final int SKIP = 6;
    private static final int TABLES = 7;
    /** The tables whose discounted counts back off to each other, shortest first: an interpolated Kneser-Ney trigram. */
    private static final int[] BACKOFF = {NOTHING_CONTINUED, LAST_CONTINUED, TWO};

    static final int INPUTS = 2 * TABLES + 2;
    /** Where the Kneser-Ney trigram's log odds stand among the inputs. */
    static final int SMOOTHED = 2 * TABLES;

    /** Counts are kept in 16 bits. */
    private static final int LARGEST = 65_000;

    private static final int MOST_SLOTS = 1 << 23;
    private static final int PROBES = 3;
    /** A slot: a check, the counts of both outcomes, the distinct words behind both. */
    private static final int SLOT = 3;

    /** The weight, in counts, of the shorter context in the longer one's probability. */
    private static final double[] STRENGTH = {0.4, 0.4, 2.0, 2.0, 1.2, 0.8, 2.0};
    /** The context towards which each is smoothed. */
    private static final int[] BELOW = {-1, -1, 1, 1, 2, 4, 1};
    /** Contexts by length, for the choice of weights. */
    private static final int[] LADDER = {NOTHING, LAST, TWO, THREE};

    /** Log odds by context, twice: as they are, and drawn in where counts are few; and a constant. */
    final float[] inputs = new float[INPUTS];

    private final double[] probability = new double[TABLES];
    private final int[][] counts = new int[TABLES][];
    private final int[] masks = new int[TABLES];
    private final long[] hashes = new long[TABLES];
    private final int[] slots = new int[TABLES];
    private final int[] checks = new int[TABLES];
    private final int[] zeros = new int[TABLES];
    private final int[] ones = new int[TABLES];
    /** Distinct words behind either outcome, packed as counts are. */
    private final int[] types = new int[TABLES];

    private final SubtreeBackoff backoff;

    /** @param tokens that will be learned: the tables' room follows from it */
    MixingContexts(WordTree tree, int tokens) {
        this(new SubtreeBackoff(tree), tokens);
    }

    private MixingContexts(SubtreeBackoff backoff, int tokens) {
        this.backoff = backoff;
        int many = Integer.highestOneBit(Math.max(1 << 12, tokens));
        int few = Math.min(many, 1 << 17);
        int[] room = {few, few, many << 4, many << 4, many << 5, many << 5, many << 4};
        for (int k = 0; k < TABLES; k++) {
            int wanted = Math.min(MOST_SLOTS, room[k]);
            counts[k] = new int[SLOT * wanted];
            masks[k] = wanted - 1;
        }
    }

    /** The same counts in tables of their own. */
    MixingContexts copy() {
        MixingContexts copy = new MixingContexts(backoff.copy(), 0);
        for (int k = 0; k < TABLES; k++) {
            copy.counts[k] = counts[k].clone();
            copy.masks[k] = masks[k];
        }
        return copy;
    }

    /** Enters the context of a word: the first {@code length} words of its sentence. */
    void enter(int[] history, int length) {
        int a = length > 0 ? history[length - 1] : -2;
        int b = length > 1 ? history[length - 2] : -3;
        int c = length > 2 ? history[length - 3] : -4;
        hashes[NOTHING] = 0x1234567;
        hashes[NOTHING_CONTINUED] = hashes[NOTHING];
        hashes[LAST] = mix(0x51ab3L, a);
        hashes[LAST_CONTINUED] = hashes[LAST];
        hashes[TWO] = mix(hashes[LAST] + 1, b);
        hashes[THREE] = mix(hashes[TWO] + 2, c);
        hashes[SKIP] = mix(0x77777L, b);
    }

    private static long mix(long hash, int word) {
        long h = (hash ^ word * 0xd6e8feb86659fd93L) * 0x9e3779b97f4a7c15L;
        return h ^ h >>> 29;
    }

    /** Finds a decision in every context and sets the inputs. */
    void look(int decision) {
        for (int k = 0; k < TABLES; k++) {
            int packed = find(k, decision);
            int n1 = packed >>> 16;
            int n = (packed & 0xffff) + n1;
            zeros[k] = n - n1;
            ones[k] = n1;
            double below = BELOW[k] < 0 ? 0.5 : probability[BELOW[k]];
            if (n == 0) {
                probability[k] = below;
                inputs[2 * k] = 0;
                inputs[2 * k + 1] = 0;
            } else {
                double p = (n1 + STRENGTH[k] * below) / (n + STRENGTH[k]);
                double stretched = Math.log(p / (1 - p));
                probability[k] = p;
                inputs[2 * k] = (float) stretched;
                inputs[2 * k + 1] = (float) (stretched * n / (n + 8.0));
            }
        }
        inputs[SMOOTHED] = (float) smoothed(decision);
        inputs[INPUTS - 1] = 0.2f;
    }

    /** Log odds of the Kneser-Ney trigram; 0 for the decision that is not in the tree. */
    private double smoothed(int decision) {
        if (!backoff.enter(decision)) {
            return 0;
        }
        for (int order = 0; order < BACKOFF.length; order++) {
            int k = BACKOFF[order];
            backoff.look(order, zeros[k], ones[k], types[k] & 0xffff, types[k] >>> 16);
        }
        return backoff.odds();
    }

    /** The packed counts of a decision in a context; remembers the slot. */
    private int find(int k, int decision) {
        long h = mix(hashes[k], decision + 7);
        int first = (int) (h >>> 32) & masks[k];
        int check = (int) h | 1;
        checks[k] = check;
        slots[k] = first;
        int[] table = counts[k];
        for (int probe = 0; probe < PROBES; probe++) {
            int at = first + probe & masks[k];
            if (table[SLOT * at] == check) {
                slots[k] = at;
                types[k] = table[SLOT * at + 2];
                return table[SLOT * at + 1];
            }
            if (table[SLOT * at] == 0) {
                slots[k] = at;
                break;
            }
        }
        types[k] = 0;
        return 0;
    }

    /** How many of the last words, 0 to 2, the longest context has in which a word was seen before; -1 where it was never seen. */
    int seenAfter(WordTree tree, int word) {
        int last = tree.until(word) - 1;
        for (int length = 2; length >= 0 && last >= tree.from(word); length--) {
            int packed = find(LADDER[length], tree.node(last));
            if ((tree.bit(last) ? packed >>> 16 : packed & 0xffff) > 0) {
                return length;
            }
        }
        return -1;
    }

    private int longest() {
        int longest = LADDER.length - 1;
        while (longest > 0 && total(LADDER[longest]) == 0) {
            longest--;
        }
        return longest;
    }

    private int total(int k) {
        return zeros[k] + ones[k];
    }

    /** Which contexts have counts, and how many the longest has: below {@link Mixer#SETS}. */
    int support() {
        int length = longest();
        int k = LADDER[length];
        int skip = total(SKIP) == 0 ? 0 : zeros[SKIP] == 0 ? 1 : ones[SKIP] == 0 ? 2 : 3;
        int shorter = length == 0 ? 0 : Math.min(3, bits(total(LADDER[length - 1])) / 2);
        return (((length * 8 + amount(total(k))) * 3 + side(k)) * 4 + skip) * 4 + shorter;
    }

    private int side(int k) {
        return zeros[k] == 0 ? 1 : ones[k] == 0 ? 2 : 0;
    }

    private static int amount(int n) {
        return n <= 2 ? n : n <= 4 ? 3 : n <= 8 ? 4 : n <= 20 ? 5 : n <= 60 ? 6 : 7;
    }

    private static int bits(int n) {
        return 31 - Integer.numberOfLeadingZeros(n + 1);
    }

    /** How common the decision is, and how long the longest context: below {@link Mixer#SETS}. */
    int shape() {
        return longest() * 256 + Math.min(255, (int) (8 * Math.log1p(total(NOTHING))));
    }

    /**
     * Counts the outcome of the decision last looked for.
     *
     * @param seenAfter length of the longest context in which the word was seen before, or -1
     * @param leaf whether the decision is the word's last
     */
    void update(boolean bit, int seenAfter, boolean leaf) {
        for (int k = 0; k < TABLES; k++) {
            if (k == NOTHING_CONTINUED && seenAfter >= 1 || k == LAST_CONTINUED && seenAfter >= 2) {
                continue;
            }
            int[] table = counts[k];
            int slot = SLOT * slots[k];
            if (table[slot] != checks[k]) {
                table[slot] = checks[k];
                table[slot + 1] = 0;
                table[slot + 2] = 0;
            }
            table[slot + 1] = counted(table[slot + 1], bit);
        }
        for (int order = 0; order < BACKOFF.length && backoff.inTree(); order++) {
            if (seenAfter < order + 1 && order < 2 || order == 2) {
                int slot = SLOT * slots[BACKOFF[order]];
                int[] table = counts[BACKOFF[order]];
                boolean first = seenAfter < order;
                if (first && order > 0) {
                    table[slot + 2] += bit ? 1 << 16 : 1;
                }
                int packed = table[slot + 1];
                backoff.count(order, bit, first, leaf, bit ? packed >>> 16 : packed & 0xffff);
            }
        }
    }

    private static int counted(int packed, boolean bit) {
        int n0 = (packed & 0xffff) + (bit ? 0 : 1);
        int n1 = (packed >>> 16) + (bit ? 1 : 0);
        return n0 + n1 > LARGEST ? (n1 + 1 >> 1) << 16 | n0 + 1 >> 1 : n1 << 16 | n0;
    }
}
