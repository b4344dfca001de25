package io.scapa.detection.watermark;

import io.scapa.statistics.Binomial;
import io.scapa.statistics.Gamma;

/**
 * The law of a scheme's scores in text that knows nothing of the key, with its exact tail, and the Bayes factor against
 * "marked with unknown strength".
 *
 * <p>The Bayes factors put a uniform prior on the strength, from none to complete, and so need no knowledge of the model's
 * entropy (Kass and Raftery, "Bayes factors", JASA 90, 1995, section 3): under the null their mean is exactly 1, so by
 * Markov's inequality a factor above 1/a comes up in unmarked text with a probability of at most a.
 */
public sealed interface NullModel {
    /** What the sum is called in evidence. */
    default String statistic() {
        return switch (this) {
            case Green green -> "green";
            case FixedList fixed -> "green";
            case Exponential exponential -> "score";
            case KeyPair pair -> "score";
            case Bits bits -> "ones";
        };
    }

    /** P(sum at least this large) over {@code scored} positions. */
    double pValue(double sum, int scored);

    /** The sum standardised by its mean and deviation. */
    double z(double sum, int scored);

    /** Natural log of P(scores | marked with unknown strength) / P(scores | not marked). */
    double logBayesFactor(double sum, int scored);

    /** Natural log of the likelihood ratio of one value, for a mark of middling strength: finds where the evidence lies. */
    double weight(double value);

    /**
     * Green counts: each position is green with probability gamma.
     *
     * @param gamma share of the vocabulary that is green, in (0, 1)
     */
    record Green(double gamma) implements NullModel {
        @Override
        public double pValue(double sum, int scored) {
            return Binomial.upperTail(Math.round(sum), scored, gamma);
        }

        @Override
        public double z(double sum, int scored) {
            return (sum - gamma * scored) / Math.sqrt(scored * gamma * (1 - gamma));
        }

        /** The green share is uniform on (gamma, 1): a Beta integral, written by binomial probabilities. */
        @Override
        public double logBayesFactor(double sum, int scored) {
            long green = Math.round(sum);
            return Binomial.logLowerTail(green, scored + 1L, gamma)
                    - Math.log((1 - gamma) * (scored + 1))
                    - Binomial.logProbability(green, scored, gamma);
        }

        @Override
        public double weight(double value) {
            double marked = (1 + gamma) / 2;
            return value > 0.5 ? Math.log(marked / gamma) : Math.log((1 - marked) / (1 - gamma));
        }
    }

    /**
     * Distinct tokens of one fixed random list: the number listed among them is hypergeometric.
     *
     * @param vocabulary size of the vocabulary
     * @param listed length of the list
     */
    record FixedList(int vocabulary, int listed) implements NullModel {
        @Override
        public double pValue(double sum, int scored) {
            return Hypergeometric.upperTail((int) Math.round(sum), vocabulary, listed, scored);
        }

        @Override
        public double z(double sum, int scored) {
            return new Green((double) listed / vocabulary).z(sum, scored);
        }

        /** By the binomial law, which is the wider of the two: never more than the evidence bears. */
        @Override
        public double logBayesFactor(double sum, int scored) {
            return new Green((double) listed / vocabulary).logBayesFactor(sum, scored);
        }

        @Override
        public double weight(double value) {
            return new Green((double) listed / vocabulary).weight(value);
        }
    }

    /** Sums of exponential scores: Gamma(scored, 1). */
    record Exponential() implements NullModel {
        @Override
        public double pValue(double sum, int scored) {
            return scored == 0 ? 1 : Gamma.regularisedUpper(scored, sum);
        }

        @Override
        public double z(double sum, int scored) {
            return (sum - scored) / Math.sqrt(scored);
        }

        /** The rate of the scores is uniform on (0, 1): an incomplete gamma integral. */
        @Override
        public double logBayesFactor(double sum, int scored) {
            double shape = scored + 1.0;
            double score = Math.max(sum, Double.MIN_NORMAL);
            double lower = Gamma.regularisedLower(shape, score);
            if (lower == 0) {
                return -Math.log(shape);
            }
            return score + org.hipparchus.special.Gamma.logGamma(shape) + Math.log(lower) - shape * Math.log(score);
        }

        @Override
        public double weight(double value) {
            return Math.log(0.5) + 0.5 * value;
        }
    }

    /**
     * Sums of the scores of a weighted pair of keys: (1 - share) Gamma(scored, 1) + share Gamma(scored, 1).
     *
     * @param share weight of the second key, in (0, 1)
     */
    record KeyPair(double share) implements NullModel {
        @Override
        public double pValue(double sum, int scored) {
            return scored == 0 ? 1 : new KeyPairLaw(scored, share).upperTail(sum);
        }

        @Override
        public double z(double sum, int scored) {
            return (sum - scored) / Math.sqrt(scored * variance());
        }

        /** The rate of the scores is uniform on (0, 1). */
        @Override
        public double logBayesFactor(double sum, int scored) {
            return scored == 0 ? 0 : new KeyPairLaw(scored, share).logBayesFactor(sum);
        }

        @Override
        public double weight(double value) {
            return (Math.log(0.5) + 0.5 * value) / variance();
        }

        /** Variance of one position's score. */
        public double variance() {
            return (1 - share) * (1 - share) + share * share;
        }
    }

    /**
     * Sums of bits, several a position (SynthID's g-values).
     *
     * @param depth bits of one position, 1 or more
     * @param ones probability that a bit is one, about a half
     */
    record Bits(int depth, double ones) implements NullModel {
        private static final double MARKED = 0.6;

        @Override
        public double pValue(double sum, int scored) {
            return Binomial.upperTail(Math.round(sum), (long) scored * depth, ones);
        }

        @Override
        public double z(double sum, int scored) {
            return new Green(ones).z(sum, scored * depth);
        }

        @Override
        public double logBayesFactor(double sum, int scored) {
            return new Green(ones).logBayesFactor(sum, scored * depth);
        }

        @Override
        public double weight(double value) {
            return value * Math.log(MARKED / ones) + (depth - value) * Math.log((1 - MARKED) / (1 - ones));
        }
    }
}
