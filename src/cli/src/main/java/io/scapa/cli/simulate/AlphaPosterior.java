package io.scapa.cli.simulate;

import io.scapa.cli.InputException;
import io.scapa.simulation.random.ChainRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a pool's share of model output.
 *
 * @param draws from the posterior, each in [0, 1]
 */
record AlphaPosterior(double[] draws) {
    private static final int DRAWS = 20_000;
    private static final double SPREAD_OF_95_PERCENT = 1.959964;

    /**
     * Reads {@code LO,HI}, a 95% interval, taken as normal in the log odds; or a file with one draw a line.
     *
     * @throws InputException where it is neither
     */
    static AlphaPosterior read(String words, long seed) throws IOException {
        Path file = Path.of(words);
        return Files.isRegularFile(file) ? ofFile(file) : ofInterval(words, seed);
    }

    private static AlphaPosterior ofFile(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        double[] draws = new double[lines.size()];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = share(lines.get(i), file + ", line " + (i + 1));
        }
        if (draws.length == 0) {
            throw new InputException(file + ": expected draws, one a line, got none");
        }
        return new AlphaPosterior(draws);
    }

    private static AlphaPosterior ofInterval(String words, long seed) {
        String[] ends = words.split(",", -1);
        if (ends.length != 2) {
            throw new InputException("--posterior: expected a file or LO,HI, got '" + words + "'");
        }
        double low = odds(share(ends[0], "--posterior"));
        double high = odds(share(ends[1], "--posterior"));
        if (low > high) {
            throw new InputException("--posterior: expected LO at most HI, got '" + words + "'");
        }
        ChainRandom random = new ChainRandom(seed, 95);
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double z = (low + high) / 2 + (high - low) / 2 / SPREAD_OF_95_PERCENT * random.nextGaussian();
            draws[i] = 1 / (1 + Math.exp(-z));
        }
        return new AlphaPosterior(draws);
    }

    /** Held away from 0 and 1, where log odds end. */
    private static double odds(double share) {
        double inside = Math.max(1e-6, Math.min(1 - 1e-6, share));
        return Math.log(inside / (1 - inside));
    }

    private static double share(String word, String where) {
        try {
            double share = Double.parseDouble(word.strip());
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new InputException(where + ": expected a share in [0, 1], got '" + word.strip() + "'");
    }
}
