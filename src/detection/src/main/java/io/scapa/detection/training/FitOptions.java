package io.scapa.detection.training;

/** How the weights of a linear model are found. */
public sealed interface FitOptions {
    /** For the model card. */
    String describe();

    /**
     * By {@link WeightedLogisticRegression}.
     *
     * @param cost C of the regression
     * @param iterations of L-BFGS
     */
    record Batch(double cost, int iterations) implements FitOptions {
        public Batch {
            if (!(cost > 0) || iterations < 1) {
                throw new IllegalArgumentException(
                        "a batch fit needs C > 0 and iterations >= 1, got " + cost + " and " + iterations);
            }
        }

        @Override
        public String describe() {
            return "L-BFGS, C " + cost + ", " + iterations + " iterations";
        }
    }

    /**
     * By {@link AdaptiveLogisticRegression}.
     *
     * @param rate the size of the first steps
     * @param dropout the share of a row's features that are hidden from each step
     * @param passes over the rows
     * @param averaged whether the weights are the mean over the second half of the last pass, and not what they are at its end
     */
    record Adaptive(double rate, double dropout, int passes, boolean averaged) implements FitOptions {
        public Adaptive {
            if (!(rate > 0) || !(dropout >= 0 && dropout < 1) || passes < 1) {
                throw new IllegalArgumentException(
                        "an adaptive fit needs a rate > 0, dropout in [0, 1) and passes >= 1, got " + rate + ", "
                                + dropout + " and " + passes);
            }
        }

        @Override
        public String describe() {
            return "AdaGrad, rate " + rate + ", dropout " + dropout + ", passes " + passes
                    + (averaged ? ", averaged" : "");
        }
    }
}
