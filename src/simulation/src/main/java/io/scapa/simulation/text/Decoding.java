package io.scapa.simulation.text;

import io.scapa.simulation.ScenarioException;

/**
 * How a language model's next word is drawn.
 *
 * @param temperature exponent 1 / temperature on the probabilities; 1 draws as trained
 * @param topK draw among the k likeliest words only; 0 for all
 * @param topP draw among the likeliest words whose probabilities sum to this; 1 for all
 */
public record Decoding(double temperature, int topK, double topP) {
    /** As trained. */
    public static final Decoding PLAIN = new Decoding(1, 0, 1);

    public Decoding {
        if (!(temperature > 0 && temperature <= 100)) {
            throw new ScenarioException("decoding.temperature", "expected a number above 0, got " + temperature);
        }
        if (topK < 0) {
            throw new ScenarioException("decoding.topK", "expected 0 (all) or a number of words, got " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new ScenarioException("decoding.topP", "expected a share in (0, 1], got " + topP);
        }
    }

    /** Another temperature. */
    public static Decoding temperature(double temperature) {
        return new Decoding(temperature, 0, 1);
    }

    boolean plain() {
        return temperature == 1 && topK == 0 && topP == 1;
    }
}
