package io.scapa.statistics.prevalence;

/**
 * What prediction-powered inference needs to know of all documents of a pool: sums, never the documents.
 *
 * @param documents how many, 1 or more
 * @param totalSize the sum of their sizes (tokens, or the number of documents)
 * @param meanScore mean P(synthetic), weighted by size, in [0, 1]
 * @param scoreVariance variance of the scores, weighted by size
 * @param sizeBiasedMean mean size of the document that a random token lies in: sum of squared sizes / sum of sizes
 */
public record ScorePool(
        long documents, double totalSize, double meanScore, double scoreVariance, double sizeBiasedMean) {
    private static final double MISSED_SDS = 3;

    public ScorePool {
        if (documents < 1) {
            throw new IllegalArgumentException("a pool holds at least one document, got " + documents);
        }
        if (!(meanScore >= 0 && meanScore <= 1)) {
            throw new IllegalArgumentException("a mean score lies in [0, 1], got " + meanScore);
        }
        if (!(totalSize > 0 && scoreVariance >= 0 && sizeBiasedMean > 0)) {
            throw new IllegalArgumentException("a pool's sizes are over 0 and its variance not negative, got "
                    + totalSize + ", " + sizeBiasedMean + ", " + scoreVariance);
        }
    }

    /** The pool of these scores, each document counting once. */
    public static ScorePool of(double[] scores) {
        Sums sums = new Sums();
        for (double score : scores) {
            sums.add(score, 1);
        }
        return sums.pool();
    }

    /** The pool of these scores, each document counting with its size. */
    public static ScorePool of(double[] scores, double[] sizes) {
        if (scores.length != sizes.length) {
            throw new IllegalArgumentException("got " + scores.length + " scores and " + sizes.length + " sizes");
        }
        Sums sums = new Sums();
        for (int i = 0; i < scores.length; i++) {
            sums.add(scores[i], sizes[i]);
        }
        return sums.pool();
    }

    /**
     * The size that a limit gives to the synthetic document that a uniform audit may have missed: the mean size plus {@value
     * #MISSED_SDS} standard deviations. The smallest whole number that kept its coverage in simulation where synthetic
     * documents are rare and 4.5 times as long as others; the size itself where all are equal.
     */
    double largeSize() {
        double mean = totalSize / documents;
        return mean + MISSED_SDS * Math.sqrt(Math.max(0, mean * (sizeBiasedMean - mean)));
    }

    /** Running sums over a stream of documents. Not for use by several threads at once. */
    public static final class Sums {
        private long documents;
        private double size;
        private double squaredSize;
        private double score;
        private double squaredScore;

        /**
         * Counts one document.
         *
         * @param value its P(synthetic), in [0, 1]
         * @param weight its size, over 0
         * @throws IllegalArgumentException where either is out of range
         */
        public void add(double value, double weight) {
            if (!(value >= 0 && value <= 1 && weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a score lies in [0, 1] and a size is over 0, got " + value + " and " + weight);
            }
            documents++;
            size += weight;
            squaredSize += weight * weight;
            score += weight * value;
            squaredScore += weight * value * value;
        }

        /** How many were counted. */
        public long documents() {
            return documents;
        }

        /**
         * The pool so far.
         *
         * @throws IllegalArgumentException where nothing was counted
         */
        public ScorePool pool() {
            if (documents == 0) {
                throw new IllegalArgumentException("a pool holds at least one document, got none");
            }
            double mean = Math.clamp(score / size, 0, 1);
            return new ScorePool(
                    documents, size, mean, Math.max(0, squaredScore / size - mean * mean), squaredSize / size);
        }
    }
}
