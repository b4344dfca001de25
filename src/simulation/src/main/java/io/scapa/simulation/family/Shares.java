package io.scapa.simulation.family;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.Draw;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.Variates;

/** Divides a generation's rows among the pools. */
public final class Shares {
    private Shares() {}

    /** Index of alpha, beta, gamma and eta in a division. */
    public static final int ALPHA = 0;

    /** See {@link #ALPHA}. */
    public static final int BETA = 1;

    /** See {@link #ALPHA}. */
    public static final int GAMMA = 2;

    /** See {@link #ALPHA}. */
    public static final int ETA = 3;

    /** Rows per pool, in the order alpha, beta, gamma, eta; they sum to {@code rows}. */
    public static void divide(Mixture mixture, Draw draw, int rows, ChainRandom random, int[] counts) {
        if (draw == Draw.QUOTA) {
            quota(mixture, rows, counts);
            return;
        }
        int left = rows;
        double rest = 1;
        counts[ALPHA] = part(mixture.alpha(), rest, left, random);
        left -= counts[ALPHA];
        rest -= mixture.alpha();
        counts[BETA] = part(mixture.beta(), rest, left, random);
        left -= counts[BETA];
        rest -= mixture.beta();
        counts[GAMMA] = mixture.eta() == 0 ? left : part(mixture.gamma(), rest, left, random);
        counts[ETA] = left - counts[GAMMA];
    }

    private static int part(double share, double rest, int left, ChainRandom random) {
        if (share == 0 || left == 0) {
            return 0;
        }
        return share >= rest ? left : Variates.binomial(random, left, share / rest);
    }

    private static void quota(Mixture mixture, int rows, int[] counts) {
        double[] exact = {mixture.alpha() * rows, mixture.beta() * rows, mixture.gamma() * rows, mixture.eta() * rows};
        int given = 0;
        for (int i = 0; i < 4; i++) {
            counts[i] = (int) Math.floor(exact[i] + 1e-9);
            given += counts[i];
        }
        for (; given < rows; given++) {
            int neediest = 0;
            for (int i = 1; i < 4; i++) {
                if (exact[i] - counts[i] > exact[neediest] - counts[neediest] + 1e-12) {
                    neediest = i;
                }
            }
            counts[neediest]++;
        }
    }
}
