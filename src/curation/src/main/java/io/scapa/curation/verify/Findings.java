package io.scapa.curation.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Collects checks. */
final class Findings {
    private static final double NUMBER_TOLERANCE = 1e-9;

    private final List<Check> checks = new ArrayList<>();

    void add(String name, boolean ok, String detail) {
        checks.add(new Check(name, ok, detail));
    }

    void equal(String name, Object expected, Object found) {
        boolean ok = Objects.equals(expected, found);
        add(name, ok, ok ? String.valueOf(found) : "the manifest says " + expected + ", the files say " + found);
    }

    void near(String name, double expected, double found) {
        boolean ok = Math.abs(expected - found) <= NUMBER_TOLERANCE;
        add(
                name,
                ok,
                ok
                        ? String.format(Locale.ROOT, "%.6f", found)
                        : "the manifest says " + expected + ", the files say " + found);
    }

    VerificationReport report() {
        return new VerificationReport(checks);
    }
}
