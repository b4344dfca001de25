package io.scapa.provenance;

import java.util.Arrays;
import java.util.Locale;

/** The term of the mixture {@code p_(i+1) = alpha p_theta(i+1) + beta p_i + gamma p_0 + eta p*_i} that a document belongs to. */
public enum Pool {
    /** Output of models of the current generation. */
    CURRENT_MODEL("alpha"),
    /** What earlier generations left: output of earlier models, human text of earlier windows, carried-over documents. */
    PREVIOUS_GENERATION("beta"),
    /** Human text from before generation 1: the low-background pool. */
    ORIGINAL_HUMAN("gamma"),
    /** Authentic human text of the current generation's window. */
    FRESH_HUMAN("eta");

    private final String symbol;

    Pool(String symbol) {
        this.symbol = symbol;
    }

    /** The Greek letter of the mixture, spelt out: {@code alpha}, {@code beta}, {@code gamma} or {@code eta}. */
    public String symbol() {
        return symbol;
    }

    /**
     * Reads a pool by its symbol or its name, whatever the case.
     *
     * @throws IllegalArgumentException for any other word; the message lists the known ones
     */
    public static Pool of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(pool -> pool.symbol.equals(wanted)
                        || pool.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown pool '" + word + "', expected one of alpha, beta, gamma, eta"));
    }
}
