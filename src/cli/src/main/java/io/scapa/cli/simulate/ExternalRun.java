package io.scapa.cli.simulate;

import io.scapa.cli.InputException;
import io.scapa.cli.JobFailedException;
import io.scapa.cli.Terminal;
import io.scapa.simulation.external.ExternalLanguageChain;
import io.scapa.simulation.external.ExternalModelException;
import java.time.Duration;
import java.util.List;

/** A chain of the user's own model, run as a process, over documents: every generation is printed as soon as it is known. */
final class ExternalRun {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final int LEAST_TEXTS = 10;

    private final Terminal terminal;

    ExternalRun(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Trains on nine texts of ten and holds out the tenth.
     *
     * @param command the process with its arguments, separated by spaces
     * @param gamma share of every later generation's texts that are real
     * @throws JobFailedException where the model dies, hangs or answers nonsense; what was printed before stays true
     */
    void run(List<String> texts, String command, double gamma, int generations, long seed) {
        if (texts.size() < LEAST_TEXTS) {
            throw new InputException(
                    "--external: expected at least " + LEAST_TEXTS + " documents, got " + texts.size());
        }
        if (!(gamma >= 0 && gamma <= 1)) {
            throw new InputException("--gamma: expected a share in [0, 1], got " + gamma);
        }
        int held = texts.size() / 10;
        terminal.out().println("generation  perplexity  vocabulary (share of the real texts' words)");
        try {
            new ExternalLanguageChain(List.of(command.strip().split("\\s+")), LIMIT)
                    .run(
                            texts.subList(held, texts.size()),
                            texts.subList(0, held),
                            gamma,
                            generations,
                            seed,
                            this::print);
        } catch (ExternalModelException failed) {
            throw new JobFailedException(failed.getMessage() + "; the generations above are kept");
        }
    }

    private void print(ExternalLanguageChain.Generation generation) {
        terminal.out()
                .println("%10d  %10.2f  %10.4f"
                        .formatted(generation.number(), generation.perplexity(), generation.vocabulary()));
        terminal.out().flush();
    }
}
