package io.scapa.detection.watermark.scheme;

/** Aaronson's rule: the token with the largest u^(1/p), which follows the model's distribution over random keys. */
final class GumbelDraw {
    private GumbelDraw() {}

    /** A token's uniform in (0, 1]. */
    @FunctionalInterface
    interface Uniform {
        /** The uniform. */
        double of(int token);
    }

    /** The token whose -ln(u) / p is least. */
    static int choose(double[] probabilities, Uniform uniform) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int token = 0; token < probabilities.length; token++) {
            if (probabilities[token] > 0) {
                double race = -Math.log(uniform.of(token)) / probabilities[token];
                if (race < least) {
                    least = race;
                    best = token;
                }
            }
        }
        return best;
    }
}
