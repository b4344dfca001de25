package io.scapa.simulation.family.categorical;

import io.scapa.simulation.ScenarioException;

/**
 * The true law of the symbols: p_k proportional to 1 / (k + shift)^exponent, k = 1..K (Zipf-Mandelbrot). Exponent 0 is
 * uniform; exponent 1 with shift 0 is Zipf's own.
 *
 * @param symbols how many (K)
 * @param exponent at least 0
 * @param shift at least 0
 */
public record SymbolLaw(int symbols, double exponent, double shift) {
    public SymbolLaw {
        if (symbols < 2 || symbols > 10_000_000) {
            throw new ScenarioException("family.symbols", "expected 2 to 10000000, got " + symbols);
        }
        if (!(exponent >= 0 && exponent < 100) || !(shift >= 0 && shift < 1e9)) {
            throw new ScenarioException(
                    "family.exponent",
                    "expected an exponent and a shift of at least 0, got " + exponent + ", " + shift);
        }
    }

    /** All symbols alike. */
    public static SymbolLaw uniform(int symbols) {
        return new SymbolLaw(symbols, 0, 0);
    }

    /** p_k proportional to 1/k. */
    public static SymbolLaw zipf(int symbols) {
        return new SymbolLaw(symbols, 1, 0);
    }

    /** The probabilities, most frequent first. */
    public double[] probabilities() {
        double[] p = new double[symbols];
        double sum = 0;
        for (int k = 0; k < symbols; k++) {
            p[k] = exponent == 1 ? 1 / (k + 1 + shift) : Math.pow(k + 1 + shift, -exponent);
            sum += p[k];
        }
        for (int k = 0; k < symbols; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
