package io.scapa.detection.watermark.scheme;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Which n-grams SynthID's detector counts: not those whose context came up among the last ones, nor those that end at or
 * after the first end-of-sequence token.
 *
 * @param fresh whether each n-gram's context is new within the history
 * @param beforeEnd whether each n-gram ends before the end of the sequence
 */
record SynthIdMask(boolean[] fresh, boolean[] beforeEnd) {
    static SynthIdMask of(int[] tokens, SynthId.Settings settings) {
        int rows = Math.max(0, tokens.length - settings.ngram() + 1);
        boolean[] fresh = new boolean[rows];
        boolean[] beforeEnd = new boolean[rows];
        History history = new History(settings.history());
        boolean ended = false;
        int seen = 0;
        for (int row = 0; row < rows; row++) {
            long context = GHash.fold(settings.hash().start(), tokens, row, row + settings.ngram() - 1);
            fresh[row] = !history.push(context);
            for (; seen < row + settings.ngram(); seen++) {
                ended |= tokens[seen] == settings.eos();
            }
            beforeEnd[row] = !ended;
        }
        return new SynthIdMask(fresh, beforeEnd);
    }

    /** Both. */
    boolean[] counted() {
        boolean[] counted = new boolean[fresh.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = fresh[i] && beforeEnd[i];
        }
        return counted;
    }

    /** The last so many contexts, all zero at first, each of which pushes the oldest out. */
    static final class History {
        private final ArrayDeque<Long> order = new ArrayDeque<>();
        private final Map<Long, Integer> counts = new HashMap<>();

        History(int size) {
            for (int i = 0; i < size; i++) {
                order.add(0L);
            }
            counts.put(0L, size);
        }

        /** Adds a context; true where it was there. */
        boolean push(long context) {
            boolean known = counts.containsKey(context);
            order.add(context);
            counts.merge(context, 1, Integer::sum);
            counts.computeIfPresent(order.remove(), (oldest, count) -> count == 1 ? null : count - 1);
            return known;
        }
    }
}
