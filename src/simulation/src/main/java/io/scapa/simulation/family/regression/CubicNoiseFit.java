package io.scapa.simulation.family.regression;

import io.scapa.simulation.random.ChainRandom;

/**
 * The cubic fit to pure noise, in registers: what {@link PolynomialFit} does for any degree, for the chain that everybody
 * runs. The Gram matrix is factored as L D L'. Twin of {@code PolynomialFit}; a test holds the two together.
 */
final class CubicNoiseFit {
    private double[] ts = new double[0];
    private double[] es = new double[0];
    private double n;
    private double p1;
    private double p2;
    private double p3;
    private double p4;
    private double p5;
    private double p6;
    private double m0;
    private double m1;
    private double m2;
    private double m3;

    /** Draws points uniform on [-1, 1] with standard normal labels and adds up their moments. */
    void draw(ChainRandom random, int points) {
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double r0 = 0;
        double r1 = 0;
        double r2 = 0;
        double r3 = 0;
        if (ts.length < points) {
            ts = new double[points];
            es = new double[points];
        }
        random.fillSymmetric(ts, points);
        random.fillGaussians(es, points);
        for (int i = 0; i < points; i++) {
            double t = ts[i];
            double e = es[i];
            double t2 = t * t;
            double t3 = t2 * t;
            s1 += t;
            s2 += t2;
            s3 += t3;
            s4 = Math.fma(t2, t2, s4);
            s5 = Math.fma(t2, t3, s5);
            s6 = Math.fma(t3, t3, s6);
            r0 += e;
            r1 = Math.fma(t, e, r1);
            r2 = Math.fma(t2, e, r2);
            r3 = Math.fma(t3, e, r3);
        }
        n = points;
        p1 = s1;
        p2 = s2;
        p3 = s3;
        p4 = s4;
        p5 = s5;
        p6 = s6;
        m0 = r0;
        m1 = r1;
        m2 = r2;
        m3 = r3;
    }

    /** Adds the fit, times the noise's standard deviation, to weights in powers of t. */
    void addSolution(double noise, double[] weights) {
        double i0 = 1 / n;
        double a10 = p1 * i0;
        double a20 = p2 * i0;
        double a30 = p3 * i0;
        double d1 = p2 - a10 * p1;
        double i1 = 1 / d1;
        double b21 = p3 - a20 * p1;
        double b31 = p4 - a30 * p1;
        double a21 = b21 * i1;
        double a31 = b31 * i1;
        double d2 = p4 - a20 * p2 - a21 * b21;
        double i2 = 1 / d2;
        double b32 = p5 - a30 * p2 - a31 * b21;
        double a32 = b32 * i2;
        double d3 = p6 - a30 * p3 - a31 * b31 - a32 * b32;
        double z1 = m1 - a10 * m0;
        double z2 = m2 - a20 * m0 - a21 * z1;
        double z3 = m3 - a30 * m0 - a31 * z1 - a32 * z2;
        double w3 = z3 / d3;
        double w2 = z2 * i2 - a32 * w3;
        double w1 = z1 * i1 - a21 * w2 - a31 * w3;
        double w0 = m0 * i0 - a10 * w1 - a20 * w2 - a30 * w3;
        weights[0] += noise * w0;
        weights[1] += noise * w1;
        weights[2] += noise * w2;
        weights[3] += noise * w3;
    }
}
