package io.scapa.simulation.text;

/**
 * A logistic mixer with two sets of weights, one chosen by how well the contexts are supported, one by where the decision
 * stands; their sums add up. Learned online by the gradient of the coding cost (Mahoney 2005).
 */
final class Mixer {
    static final int SETS = 1 << 12;
    private static final double FIRST_RATE = 0.02;
    private static final double LAST_RATE = 0.0015;
    private static final double SETTLES = 400_000;

    private final int inputs;
    private final float[] bySupport;
    private final float[] byShape;
    private int support;
    private int shape;
    private double odds;
    private double rate = FIRST_RATE;

    Mixer(int inputs) {
        this.inputs = inputs;
        bySupport = new float[SETS * inputs];
        byShape = new float[SETS * inputs];
        java.util.Arrays.fill(bySupport, 0.05f);
        java.util.Arrays.fill(byShape, 0.03f);
    }

    /** The same weights, to be changed apart. */
    Mixer copy() {
        Mixer copy = new Mixer(inputs);
        System.arraycopy(bySupport, 0, copy.bySupport, 0, bySupport.length);
        System.arraycopy(byShape, 0, copy.byShape, 0, byShape.length);
        copy.rate = rate;
        return copy;
    }

    /** Log odds of a one. */
    double predict(float[] x, int supportSet, int shapeSet) {
        support = supportSet * inputs;
        shape = shapeSet * inputs;
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            sum += x[i] * (bySupport[support + i] + byShape[shape + i]);
        }
        odds = Math.max(-18, Math.min(18, sum));
        return odds;
    }

    void learn(float[] x, boolean bit) {
        double p = 1 / (1 + Math.exp(-odds));
        float step = (float) (((bit ? 1 : 0) - p) * rate);
        for (int i = 0; i < inputs; i++) {
            float change = step * x[i];
            bySupport[support + i] += change;
            byShape[shape + i] += change;
        }
        rate = LAST_RATE + (rate - LAST_RATE) * (1 - 1 / SETTLES);
    }
}
