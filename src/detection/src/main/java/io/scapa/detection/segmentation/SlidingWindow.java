package io.scapa.detection.segmentation;

import io.scapa.detection.classifier.LinearModel;

/**
 * A head's margin for stretches of tokens, each as if it were a text of its own: its distinct n-grams, scaled to unit length. A
 * step of the window touches only the n-grams that enter and leave it, so that a text of n tokens costs n whatever the window's
 * width.
 */
final class SlidingWindow {
    private final TokenNgrams text;
    private final LinearModel model;
    private final int[] counts;
    private int from;
    private int to;
    private double sum;
    private double squares;

    /** Empty at the start of a text. */
    SlidingWindow(TokenNgrams text, int[] zeroed) {
        this.text = text;
        this.model = text.model();
        this.counts = zeroed;
    }

    /** The margin of the tokens in [nextFrom, nextTo); both only ever grow from call to call. */
    double margin(int nextFrom, int nextTo) {
        while (to < nextTo) {
            enter();
        }
        while (from < nextFrom) {
            leave();
        }
        return (squares > 1e-9 ? sum / Math.sqrt(squares) : 0) + model.intercept(0);
    }

    /** Takes every token out again, so that the counts are zero for the next window. */
    void close() {
        while (from < to) {
            leave();
        }
    }

    private void enter() {
        to++;
        for (int size = 1; size <= text.order() && to - size >= from; size++) {
            int feature = text.id(to - size, size);
            if (feature >= 0 && counts[feature]++ == 0) {
                sum += model.contribution(0, feature);
                squares += model.square(feature);
            }
        }
    }

    private void leave() {
        for (int size = 1; size <= text.order() && from + size <= to; size++) {
            int feature = text.id(from, size);
            if (feature >= 0 && --counts[feature] == 0) {
                sum -= model.contribution(0, feature);
                squares -= model.square(feature);
            }
        }
        from++;
    }
}
