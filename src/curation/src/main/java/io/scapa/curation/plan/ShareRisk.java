package io.scapa.curation.plan;

import java.util.List;

/**
 * Upper limit on the alpha (or alpha and beta) of a mixture of cells, in tokens:
 *
 * <pre>sum_i m_i x_i + sqrt( (sum_(i not audited) d_i x_i)^2 + sum_(i audited) (d_i x_i)^2 )</pre>
 *
 * with m the estimates and d the slacks of the cells. Audits of different cells err independently, so their slacks add as
 * squares (G. Zou and A. Donner, "Construction of confidence limits about effect measures", Statistics in Medicine 27, 2008);
 * cells that nobody audited share one error, the detector's calibration, so theirs add up in full.
 *
 * <p>The norm is convex and homogeneous. Its tangent at any point lies below it everywhere, so that a linear program with
 * a few tangents comes as near to the limit as wanted.
 */
public final class ShareRisk {
    private final double[] estimate;
    private final double[] slack;
    private final boolean[] audited;

    /** The risk of cells in a given order. */
    public ShareRisk(List<ShareBound> cells) {
        estimate = cells.stream().mapToDouble(ShareBound::estimate).toArray();
        slack = cells.stream().mapToDouble(ShareBound::slack).toArray();
        audited = new boolean[estimate.length];
        for (int i = 0; i < audited.length; i++) {
            audited[i] = cells.get(i).audited() > 0;
        }
    }

    /** How many cells it is over. */
    int size() {
        return estimate.length;
    }

    /** The limit for given tokens per cell. */
    public double limit(double[] tokens) {
        return limit(tokens, 0);
    }

    /** The limit with one more independent error, in tokens. */
    public double limit(double[] tokens, double further) {
        return expected(tokens) + Math.hypot(norm(tokens), further);
    }

    /** The expected tokens. */
    public double expected(double[] tokens) {
        double sum = 0;
        for (int i = 0; i < tokens.length; i++) {
            sum += estimate[i] * tokens[i];
        }
        return sum;
    }

    /** By how many tokens the limit changes for each unit of a cell's slack. */
    public double weight(int cell, double[] tokens, double further) {
        double whole = Math.hypot(norm(tokens), further);
        double own = audited[cell] ? slack[cell] * tokens[cell] : shared(tokens);
        return whole == 0 ? 0 : own / whole * tokens[cell];
    }

    /** Coefficients per cell of the tangent at given tokens: a valid lower bound of the limit everywhere, exact there. */
    double[] tangent(double[] tokens) {
        double norm = norm(tokens);
        double shared = shared(tokens);
        double[] coefficients = estimate.clone();
        for (int i = 0; norm > 0 && i < coefficients.length; i++) {
            coefficients[i] += slack[i] * (audited[i] ? slack[i] * tokens[i] : shared) / norm;
        }
        return coefficients;
    }

    private double norm(double[] tokens) {
        double shared = shared(tokens);
        double squares = shared * shared;
        for (int i = 0; i < tokens.length; i++) {
            if (audited[i]) {
                squares += slack[i] * tokens[i] * slack[i] * tokens[i];
            }
        }
        return Math.sqrt(squares);
    }

    private double shared(double[] tokens) {
        double sum = 0;
        for (int i = 0; i < tokens.length; i++) {
            sum += audited[i] ? 0 : slack[i] * tokens[i];
        }
        return sum;
    }
}
