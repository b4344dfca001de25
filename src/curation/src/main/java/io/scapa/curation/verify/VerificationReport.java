package io.scapa.curation.verify;

import java.util.List;

/**
 * Everything that was examined.
 *
 * @param checks in the order of examination
 */
public record VerificationReport(List<Check> checks) {
    public VerificationReport {
        checks = List.copyOf(checks);
    }

    /** Whether every check holds, and there was at least one. */
    public boolean ok() {
        return !checks.isEmpty() && failures().isEmpty();
    }

    /** The checks that do not hold. */
    public List<Check> failures() {
        return checks.stream().filter(check -> !check.ok()).toList();
    }
}
