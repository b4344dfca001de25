package io.scapa.cli.simulate;

import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.simulation.claim.Claim;
import io.scapa.simulation.claim.ClaimResult;
import io.scapa.simulation.claim.Claims;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs published claims and prints, for each, what was said, what theory gives, what was simulated, and the verdict. */
@Command(
        description =
                "Checks published claims about model collapse. Exit code 1 where a verdict is not the expected one.")
public final class ClaimsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "CLAIM", description = "Only these; without any, all of them.")
    private List<String> wanted = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public ClaimsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Claim> claims = chosen();
        int surprises = 0;
        List<ClaimResult> results = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(terminal, "claims")) {
            for (Claim claim : claims) {
                progress.share((double) results.size() / claims.size(), claim.id());
                results.add(Claims.check(claim));
            }
        }
        for (ClaimResult result : results) {
            surprises += result.asExpected() ? 0 : 1;
        }
        terminal.out().print(Claims.table(results));
        terminal.out().println(results.size() + " claims, " + surprises + " with another verdict than expected");
        return surprises == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Claim> chosen() {
        List<Claim> all = Claims.all();
        if (wanted.isEmpty()) {
            return all;
        }
        List<Claim> chosen = new ArrayList<>();
        for (String id : wanted) {
            @Nullable
            Claim found = all.stream()
                    .filter(claim -> claim.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                throw new InputException("unknown claim '" + id + "', expected one of "
                        + String.join(", ", all.stream().map(Claim::id).toList()));
            }
            chosen.add(found);
        }
        return chosen;
    }
}
