package io.scapa.simulation.external;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.random.ChainRandom;
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
     * What a chain is trained on.
     *
     * @param real the first generation's texts, of which later ones draw gamma
     * @param fresh real texts of which later ones draw eta, in their order and never twice
     * @param test held-out texts
     * @param gamma share of every later generation's texts that are of the first
     * @param eta share of every later generation's texts that are fresh; the rest is the model's own
     */
    public record Texts(List<String> real, List<String> fresh, List<String> test, double gamma, double eta) {
        public Texts {
            real = List.copyOf(real);
            fresh = List.copyOf(fresh);
            test = List.copyOf(test);
            if (!(gamma >= 0 && eta >= 0 && gamma + eta <= 1 + 1e-12)) {
                throw new ScenarioException(
                        "mixture",
                        "expected gamma and eta of at least 0 that sum to at most 1, got " + gamma + " and " + eta);
            }
            if (real.isEmpty() || test.isEmpty()) {
                throw new ScenarioException(
                        "texts",
                        "expected texts to train on and to hold out, got " + real.size() + " and " + test.size());
            }
        }

        int freshPerGeneration() {
            return (int) Math.round(eta * real.size());
        }

        void requireFresh(int generations) {
            long wanted = (long) freshPerGeneration() * generations;
            if (wanted > fresh.size()) {
                throw new ScenarioException(
                        "mixture.eta",
                        "eta = " + eta + " needs " + wanted + " fresh texts over " + generations
                                + " generations, there are " + fresh.size() + "; none is used twice");
            }
        }
    }

    /**
     * Runs a chain that replaces all but a share of the texts by the model's own.
     *
     * @param heard receives every generation as soon as it is known
     * @throws ExternalModelException where the model dies, hangs or answers nonsense; what was heard before stays true
     */
    public List<Generation> run(Texts texts, int generations, long seed, Consumer<Generation> heard) {
        texts.requireFresh(generations);
        List<Generation> found = new ArrayList<>();
        try (ExternalProcess process = new ExternalProcess(command, limit)) {
            List<String> data = texts.real();
            double words = distinctWords(data);
            for (int g = 0; g <= generations; g++) {
                process.ask(Map.of("op", "train", "generation", g, "texts", data), "train");
                double perplexity = perplexity(process, texts.test());
                Generation generation = new Generation(g, perplexity, distinctWords(data) / words);
                found.add(generation);
                heard.accept(generation);
                data = g == generations ? data : next(process, texts, g, seed + g);
            }
        }
        return List.copyOf(found);
    }

    private static List<String> next(ExternalProcess process, Texts texts, int generation, long seed) {
        int eta = texts.freshPerGeneration();
        List<String> next = new ArrayList<>(texts.fresh().subList(generation * eta, (generation + 1) * eta));
        int kept = Math.min(
                (int) Math.round(texts.gamma() * texts.real().size()),
                texts.real().size() - eta);
        next.addAll(drawn(texts.real(), kept, seed));
        int wanted = texts.real().size() - eta - kept;
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
                next.add(text.textValue());
            }
        }
        return next;
    }

    /** Some texts without replacement, others each generation. */
    private static List<String> drawn(List<String> texts, int count, long seed) {
        String[] order = texts.toArray(String[]::new);
        ChainRandom random = new ChainRandom(seed, 11);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(order.length - i);
            String chosen = order[other];
            order[other] = order[i];
            order[i] = chosen;
        }
        return List.of(order).subList(0, count);
    }

    private static double perplexity(ExternalProcess process, List<String> test) {
        JsonNode answer =
                process.ask(Map.of("op", "score", "texts", test), "score").path("perplexity");
        if (!answer.isNumber() || !(answer.doubleValue() >= 1) || Double.isInfinite(answer.doubleValue())) {
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
