package io.scapa.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The user's generations, contiguous from 0, and which of them is the current one.
 *
 * @param generations ordered by index; windows follow each other without gap or overlap
 * @param current index of the current generation, 1 or more
 */
public record Timeline(List<Generation> generations, int current) {
    /** The default end of generation 0: the day before ChatGPT was opened to the public. */
    public static final Instant PRE_LLM_CUTOFF = Instant.parse("2022-11-30T00:00:00Z");

    public Timeline {
        generations = generations.stream()
                .sorted(Comparator.comparingInt(Generation::index))
                .toList();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < generations.size(); i++) {
            Generation generation = generations.get(i);
            if (generation.index() != i) {
                faults.add("generations must be numbered 0, 1, 2, ...; position " + i + " holds " + generation.index());
            } else if (i > 0 && !generations.get(i - 1).until().equals(generation.from())) {
                faults.add("generation " + i + " must start where " + (i - 1) + " ends ("
                        + generations.get(i - 1).until() + "), got " + generation.from());
            }
        }
        if (generations.size() < 2) {
            faults.add("a timeline needs generation 0 and at least one more");
        }
        if (current < 1 || current >= generations.size()) {
            faults.add("the current generation must be one of 1 to " + (generations.size() - 1) + ", got " + current);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** Two generations: all before {@link #PRE_LLM_CUTOFF}, and all since. */
    public static Timeline standard() {
        return withCutoff(PRE_LLM_CUTOFF);
    }

    /** Two generations, cut at a given instant. */
    public static Timeline withCutoff(Instant cutoff) {
        return new Timeline(
                List.of(
                        new Generation(0, Instant.MIN, cutoff, List.of(), List.of()),
                        new Generation(1, cutoff, Instant.MAX, List.of(), List.of())),
                1);
    }

    /** The end of generation 0. */
    public Instant cutoff() {
        return generations.getFirst().until();
    }

    /** The current generation. */
    public Generation currentGeneration() {
        return generations.get(current);
    }

    /** The generation whose window holds an instant. */
    public Optional<Generation> at(Instant instant) {
        return generations.stream().filter(g -> g.contains(instant)).findFirst();
    }

    /** The earliest generation that knows a model by this name. */
    public Optional<Generation> ofModel(String model) {
        return generations.stream().filter(g -> g.knowsModel(model)).findFirst();
    }

    /** The earliest generation whose models mark with this watermark profile. */
    public Optional<Generation> ofWatermarkProfile(String profile) {
        return generations.stream()
                .filter(g -> g.watermarkProfiles().contains(profile))
                .findFirst();
    }
}
