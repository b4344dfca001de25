package io.scapa.cli.simulate;

import io.scapa.cli.InputException;
import io.scapa.cli.JobFailedException;
import io.scapa.cli.Terminal;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.external.ExternalLanguageChain;
import io.scapa.simulation.external.ExternalLanguageChain.Generation;
import io.scapa.simulation.external.ExternalLanguageChain.Texts;
import io.scapa.simulation.external.ExternalModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chain of the user's own model, run as a process, over documents: every generation is printed, and written where there is
 * a folder for it, as soon as it is known.
 *
 * @param command the process with its arguments, separated by spaces
 * @param gamma share of every later generation's texts that are of the first
 * @param eta share of every later generation's texts that are fresh
 * @param limit how long one answer may take
 * @param out folder of {@code generations.csv}, or null
 */
record ExternalRun(
        String command,
        double gamma,
        double eta,
        Duration limit,
        @Nullable Path out) {
    private static final int LEAST_TEXTS = 10;

    /**
     * Trains on the texts but for the tenth that is held out and, with eta, the part that is set aside as fresh.
     *
     * @throws JobFailedException where the model dies, hangs or answers nonsense; what was printed and written before stays
     */
    void run(List<String> texts, int generations, long seed, Terminal terminal) throws IOException {
        if (texts.size() < LEAST_TEXTS) {
            throw new InputException(
                    "--external: expected at least " + LEAST_TEXTS + " documents, got " + texts.size());
        }
        int held = texts.size() / 10;
        int trained = trained(texts.size() - held, generations);
        terminal.out().println("generation  perplexity  vocabulary (share of the real texts' words)");
        try (Writer numbers = numbers()) {
            Texts split = new Texts(
                    texts.subList(held, held + trained),
                    texts.subList(held + trained, texts.size()),
                    texts.subList(0, held),
                    gamma,
                    eta);
            new ExternalLanguageChain(List.of(command.strip().split("\\s+")), limit)
                    .run(split, generations, seed, generation -> tell(generation, terminal, numbers));
        } catch (ScenarioException wrong) {
            throw new InputException(String.valueOf(wrong.getMessage()));
        } catch (ExternalModelException failed) {
            throw new JobFailedException(failed.getMessage() + "; the generations above are kept"
                    + (out == null ? "" : ", in " + out.resolve("generations.csv")));
        }
    }

    /** So many texts to train on that eta's share of as many lasts for all generations. */
    private int trained(int texts, int generations) {
        int trained = (int) (texts / (1 + Math.max(0, eta) * generations));
        while (trained > 1 && Math.round(eta * trained) * generations > texts - trained) {
            trained--;
        }
        return trained;
    }

    private Writer numbers() throws IOException {
        if (out == null) {
            return Writer.nullWriter();
        }
        Files.createDirectories(out);
        Writer numbers = Files.newBufferedWriter(out.resolve("generations.csv"));
        numbers.write("generation,perplexity,vocabulary\n");
        return numbers;
    }

    private static void tell(Generation generation, Terminal terminal, Writer numbers) {
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%10d  %10.2f  %10.4f",
                        generation.number(),
                        generation.perplexity(),
                        generation.vocabulary()));
        terminal.out().flush();
        try {
            numbers.write(generation.number() + "," + generation.perplexity() + "," + generation.vocabulary() + "\n");
            numbers.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
