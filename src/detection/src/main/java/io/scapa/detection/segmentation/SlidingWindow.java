package io.scapa.detection.segmentation;

/**
 * A head's margin for stretches of tokens, each as if it were a text of its own: its distinct n-grams, scaled to unit length. A
 * step of the window touches only the n-grams that enter and leave it, so that a text of n tokens costs n whatever the window's
 * width. N-grams that the model does not know add nothing, which costs less than to ask.
 */
final class SlidingWindow {
    /** By whether an n-gram is in the window already. */
    private static final double[] FIRST = {1, 0};

    private final int[] ids;
    private final int order;
    private final double[] contributions;
    private final double[] squared;
    private final int[] counts;
    private final double intercept;
    private int from;
    private int to;
    private double sum;
    private double squares;

    /** Empty at the start of a text. One window of a text at a time. */
    SlidingWindow(TokenNgrams text) {
        this.ids = text.ids();
        this.order = text.order();
        this.contributions = text.contributions();
        this.squared = text.squares();
        this.counts = text.counts();
        this.intercept = text.intercept();
    }

    /** The margin of the tokens in [nextFrom, nextTo); both only ever grow from call to call. */
    double margin(int nextFrom, int nextTo) {
        while (to < nextTo) {
            enter();
        }
        while (from < nextFrom) {
            leave();
        }
        return (squares > 1e-9 ? sum / Math.sqrt(squares) : 0) + intercept;
    }

    /** Takes every token out again, so that the counts are zero for the next window. */
    void close() {
        for (int at = from * order; at < to * order; at++) {
            counts[ids[at]] = 0;
        }
        from = to;
    }

    /** The n-grams that end with the next token. */
    private void enter() {
        to++;
        int longest = Math.min(order, to - from);
        for (int size = 1; size <= longest; size++) {
            int id = ids[(to - size) * order + size - 1];
            int before = counts[id];
            counts[id] = before + 1;
            double first = FIRST[(before | -before) >>> Integer.SIZE - 1];
            sum += first * contributions[id];
            squares += first * squared[id];
        }
    }

    /** The n-grams that begin with the first token. */
    private void leave() {
        int longest = Math.min(order, to - from);
        for (int size = 1; size <= longest; size++) {
            int id = ids[from * order + size - 1];
            int after = counts[id] - 1;
            counts[id] = after;
            double last = FIRST[(after | -after) >>> Integer.SIZE - 1];
            sum -= last * contributions[id];
            squares -= last * squared[id];
        }
        from++;
    }
}
