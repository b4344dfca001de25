package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.Marker;
import java.util.random.RandomGenerator;

/**
 * SynthID's tournament with two candidates, in closed form (Dathathri et al., 2024, supplement): each layer turns p into
 * p * (1 + g - sum of p g). Repeated contexts are drawn unmarked.
 */
final class TournamentMarker implements Marker {
    private final SynthId.Settings settings;
    private final GHash.Reader reader;
    private final SynthIdMask.History history;

    TournamentMarker(SynthId.Settings settings) {
        this.settings = settings;
        this.reader = settings.hash().reader();
        this.history = new SynthIdMask.History(settings.history());
    }

    @Override
    public int sample(double[] probabilities, int[] context, RandomGenerator random) {
        int width = settings.ngram() - 1;
        if (context.length < width) {
            return Draws.proportionalTo(probabilities, random);
        }
        long hash = GHash.fold(settings.hash().start(), context, context.length - width, context.length);
        if (history.push(hash)) {
            return Draws.proportionalTo(probabilities, random);
        }
        return Draws.proportionalTo(tournament(probabilities, hash), random);
    }

    private double[] tournament(double[] probabilities, long hash) {
        int depth = settings.hash().depth();
        double[] p = probabilities.clone();
        byte[][] bits = new byte[p.length][];
        int[] next = new int[1];
        for (int token = 0; token < p.length; token++) {
            if (p[token] > 0) {
                next[0] = token;
                bits[token] = new byte[depth];
                reader.bits(GHash.fold(hash, next, 0, 1), bits[token]);
            }
        }
        for (int layer = 0; layer < depth; layer++) {
            double mass = 0;
            for (int token = 0; token < p.length; token++) {
                mass += p[token] > 0 ? p[token] * bits[token][layer] : 0;
            }
            for (int token = 0; token < p.length; token++) {
                p[token] *= p[token] > 0 ? 1 + bits[token][layer] - mass : 0;
            }
        }
        return p;
    }
}
