package io.scapa.simulation.external;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A chain of the user's own language model: an external process that trains, writes and scores, one JSON line each way.
 *
 * <pre>{@code
 * {"op":"train","generation":0,"texts":[...]}     -> {"ok":true}
 * {"op":"sample","count":100,"seed":7}            -> {"texts":[...]}
 * {"op":"score","texts":[...]}                    -> {"perplexity":123.4}
 * }</pre>
 *
 * <p>What was computed before a failure is kept: every generation is handed to the listener as it comes.
 */
public final class ExternalLanguageChain {
    private final List<String> command;
    private final Duration limit;

    /**
     * @param command the process with its arguments
     * @param limit how long one request may take
     */
    public ExternalLanguageChain(List<String> command, Duration limit) {
        this.command = List.copyOf(command);
        this.limit = limit;
    }

    /**
     * One generation.
     *
     * @param number from 0
     * @param perplexity of held-out real text under the model
     * @param vocabulary distinct words of the training texts over those of the real ones
     */
    public record Generation(int number, double perplexity, double vocabulary) {}

    /**
     * Runs a chain that replaces all but a share of the texts by the model's own.
     *
     * @param real training texts
     * @param test held-out texts
     * @param realShare share of every later generation's texts that are real (gamma)
     * @param heard receives every generation as soon as it is known
     * @throws ExternalModelException where the model dies, hangs or answers nonsense; what was heard before stays true
     */
    public List<Generation> run(
            List<String> real,
            List<String> test,
            double realShare,
            int generations,
            long seed,
            Consumer<Generation> heard) {
        List<Generation> found = new ArrayList<>();
        try (ExternalProcess process = new ExternalProcess(command, limit)) {
            List<String> texts = real;
            double words = distinctWords(real);
            for (int g = 0; g <= generations; g++) {
                process.ask(Map.of("op", "train", "generation", g, "texts", texts), "train");
                double perplexity = perplexity(process, test);
                Generation generation = new Generation(g, perplexity, distinctWords(texts) / words);
                found.add(generation);
                heard.accept(generation);
                texts = next(process, real, realShare, seed + g);
            }
        }
        return List.copyOf(found);
    }

    private static List<String> next(ExternalProcess process, List<String> real, double realShare, long seed) {
        int kept = (int) Math.round(realShare * real.size());
        int wanted = real.size() - kept;
        List<String> texts = new ArrayList<>(real.subList(0, kept));
        if (wanted > 0) {
            JsonNode answer = process.ask(Map.of("op", "sample", "count", wanted, "seed", seed), "sample")
                    .path("texts");
            if (!answer.isArray() || answer.size() != wanted) {
                throw new ExternalModelException("expected " + wanted + " texts as the answer to 'sample', got "
                        + (answer.isArray() ? Integer.toString(answer.size()) : "no field 'texts'"));
            }
            for (JsonNode text : answer) {
                if (!text.isTextual()) {
                    throw new ExternalModelException(
                            "expected every sampled text to be a string, got " + text.getNodeType());
                }
                texts.add(text.textValue());
            }
        }
        return texts;
    }

    private static double perplexity(ExternalProcess process, List<String> test) {
        JsonNode answer =
                process.ask(Map.of("op", "score", "texts", test), "score").path("perplexity");
        if (!answer.isNumber() || !(answer.doubleValue() >= 1)) {
            throw new ExternalModelException(
                    "expected a perplexity of at least 1 as the answer to 'score', got " + answer);
        }
        return answer.doubleValue();
    }

    private static double distinctWords(List<String> texts) {
        java.util.Set<String> words = new java.util.HashSet<>();
        for (String text : texts) {
            words.addAll(List.of(text.split("\\s+")));
        }
        return words.size();
    }
}
