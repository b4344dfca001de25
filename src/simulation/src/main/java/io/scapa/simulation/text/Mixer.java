package io.scapa.simulation.text;

/**
 * A logistic mixer with two sets of weights, one chosen by how well the contexts are supported, one by where the decision
 * stands; their sums add up. Learned online by the gradient of the coding cost (Mahoney 2005), in steps that shrink with how
 * often a set was chosen, so that rare sets learn fast and common ones settle.
 */
final class Mixer {
    static final int SETS = 1 << 12;
    private static final double FIRST_RATE = 0.006;
    private static final float FIRST_WEIGHT = 0.6f;
    private static final double SETTLES = 300;

    private final int inputs;
    private final float[] bySupport;
    private final float[] byShape;
    private final int[] supportChosen = new int[SETS];
    private final int[] shapeChosen = new int[SETS];
    private int support;
    private int shape;
    private double odds;

    Mixer(int inputs) {
        this.inputs = inputs;
        bySupport = new float[SETS * inputs];
        byShape = new float[SETS * inputs];
        // It starts out as the Kneser-Ney trigram, and learns what the other contexts add to it.
        for (int set = 0; set < SETS; set++) {
            bySupport[set * inputs + MixingContexts.SMOOTHED] = FIRST_WEIGHT;
            byShape[set * inputs + MixingContexts.SMOOTHED] = 1 - FIRST_WEIGHT;
        }
    }

    /** The same weights, to be changed apart. */
    Mixer copy() {
        Mixer copy = new Mixer(inputs);
        System.arraycopy(bySupport, 0, copy.bySupport, 0, bySupport.length);
        System.arraycopy(byShape, 0, copy.byShape, 0, byShape.length);
        System.arraycopy(supportChosen, 0, copy.supportChosen, 0, SETS);
        System.arraycopy(shapeChosen, 0, copy.shapeChosen, 0, SETS);
        return copy;
    }

    /** Log odds of a one. */
    double predict(float[] x, int supportSet, int shapeSet) {
        support = supportSet;
        shape = shapeSet;
        int s = support * inputs;
        int t = shape * inputs;
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
            sum += x[i] * (bySupport[s + i] + byShape[t + i]);
        }
        odds = Math.max(-18, Math.min(18, sum));
        return odds;
    }

    /** Moves the weights that were last used towards the outcome. */
    void learn(float[] x, boolean bit) {
        double error = (bit ? 1 : 0) - 1 / (1 + Math.exp(-odds));
        float supportStep = (float) (error * rate(supportChosen[support]++));
        float shapeStep = (float) (error * rate(shapeChosen[shape]++));
        int s = support * inputs;
        int t = shape * inputs;
        for (int i = 0; i < inputs; i++) {
            bySupport[s + i] += supportStep * x[i];
            byShape[t + i] += shapeStep * x[i];
        }
    }

    private static double rate(int chosen) {
        return FIRST_RATE / Math.sqrt(1 + chosen / SETTLES);
    }
}
