package io.scapa.simulation.claim;

import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.claim.Claim.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The claims of the verdict file, and their checks. */
public final class Claims {
    private static final String FILE = "/io/scapa/simulation/claim/claims.tsv";
    private static final int COLUMNS = 5;

    private Claims() {}

    /** All claims, in the order of the file. */
    public static List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        for (String line : file().split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t");
            if (columns.length != COLUMNS) {
                throw new IllegalStateException("claims.tsv: expected " + COLUMNS + " columns, got: " + line);
            }
            claims.add(new Claim(columns[0], columns[1], columns[2], columns[3], Verdict.valueOf(columns[4])));
        }
        return claims;
    }

    private static String file() {
        try (InputStream in = Claims.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("claims.tsv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the check of a claim.
     *
     * @throws ScenarioException where no check is registered under its id
     */
    public static ClaimResult check(Claim claim) {
        Map<String, ClaimCheck> checks = ClaimChecks.registered();
        ClaimCheck check = checks.get(claim.id());
        if (check == null) {
            throw new ScenarioException(
                    "claim", "no check for '" + claim.id() + "', expected one of " + checks.keySet());
        }
        ClaimCheck.Finding finding = check.run();
        return new ClaimResult(
                claim, finding.theory(), finding.simulated(), finding.holds() ? Verdict.HOLDS : Verdict.FAILS);
    }

    /** Runs all checks and prints a table for a terminal. */
    public static String table(List<ClaimResult> results) {
        StringBuilder out = new StringBuilder();
        for (ClaimResult result : results) {
            out.append(result.verdict())
                    .append(result.asExpected() ? "  " : "! ")
                    .append(result.claim().id())
                    .append('\n');
            out.append("       claim      ")
                    .append(result.claim().statement())
                    .append(" [")
                    .append(result.claim().source())
                    .append("]\n");
            if (!result.theory().isEmpty()) {
                out.append("       theory     ").append(result.theory()).append('\n');
            }
            out.append("       simulated  ").append(result.simulated()).append('\n');
        }
        return out.toString();
    }
}
