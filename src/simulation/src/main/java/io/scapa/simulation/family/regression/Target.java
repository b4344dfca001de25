package io.scapa.simulation.family.regression;

import io.scapa.simulation.ScenarioException;

/** The curve that a polynomial chain tries to remember, on x in [0, 1]. */
public enum Target {
    /** cos(1.5 pi x): the blog's. */
    COSINE {
        @Override
        public double at(double x) {
            return Math.cos(1.5 * Math.PI * x);
        }
    },
    /** sin(2 pi x). */
    SINE {
        @Override
        public double at(double x) {
            return Math.sin(2 * Math.PI * x);
        }
    },
    /** The line x. */
    LINE {
        @Override
        public double at(double x) {
            return x;
        }
    };

    /** The value at x in [0, 1]. */
    public abstract double at(double x);

    /** Reads a target by its name in a scenario file. */
    public static Target of(String name) {
        return switch (name) {
            case "cos", "cosine" -> COSINE;
            case "sin", "sine" -> SINE;
            case "line" -> LINE;
            default -> throw new ScenarioException("family.target", "expected cos, sin or line, got '" + name + "'");
        };
    }
}
