package io.scapa.simulation.family.regression;

/** The sums of a least-squares fit, and its solution by Cholesky factors. */
final class NormalEquations {
    private final int d;
    private final double[][] gram;
    private final double[] moment;
    private final double[][] factor;

    NormalEquations(int d) {
        this.d = d;
        gram = new double[d][d];
        moment = new double[d];
        factor = new double[d][d];
    }

    void clear() {
        for (int i = 0; i < d; i++) {
            moment[i] = 0;
            java.util.Arrays.fill(gram[i], 0);
        }
    }

    void add(double[] features, double label) {
        for (int i = 0; i < d; i++) {
            double x = features[i];
            double[] row = gram[i];
            for (int j = 0; j <= i; j++) {
                row[j] += x * features[j];
            }
            moment[i] += x * label;
        }
    }

    /** Adds a row by weight. */
    void add(double[] features, double label, double weight) {
        for (int i = 0; i < d; i++) {
            double x = weight * features[i];
            double[] row = gram[i];
            for (int j = 0; j <= i; j++) {
                row[j] += x * features[j];
            }
            moment[i] += x * label;
        }
    }

    /** Solves for the weights; the gram matrix must be of full rank, which more rows than features give almost surely. */
    void solve(double[] weights) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = gram[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        for (int i = 0; i < d; i++) {
            double sum = moment[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * weights[k];
            }
            weights[i] = sum / factor[i][i];
        }
        for (int i = d - 1; i >= 0; i--) {
            double sum = weights[i];
            for (int k = i + 1; k < d; k++) {
                sum -= factor[k][i] * weights[k];
            }
            weights[i] = sum / factor[i][i];
        }
    }
}
