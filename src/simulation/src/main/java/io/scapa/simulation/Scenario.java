package io.scapa.simulation;

import io.scapa.provenance.Mixture;
import java.util.List;

/**
 * One collapse simulation: model family x regime x mixture x sizes x generations x chains x seed.
 *
 * @param name what reports call it
 * @param family the model family with its parameters
 * @param regime what each generation is trained on
 * @param mixture shares of the pools; only {@link Regime#MIXTURE} reads it
 * @param treatment how rows are drawn, filtered and weighted
 * @param samples rows per generation (M)
 * @param generations how many models are fitted
 * @param chains independent repetitions
 * @param seed of every random number
 * @param crossings the events whose probability is reported; empty takes the family's own
 */
public record Scenario(
        String name,
        Family family,
        Regime regime,
        MixtureSchedule mixture,
        Treatment treatment,
        int samples,
        int generations,
        int chains,
        long seed,
        List<Crossing> crossings) {
    /** More than this in one scenario is taken for a slip. */
    private static final int MOST_GENERATIONS = 1_000_000;

    private static final int MOST_CHAINS = 100_000_000;

    public Scenario {
        if (name.isBlank()) {
            throw new ScenarioException("name", "expected a name, got an empty one");
        }
        within("samples", samples, 1, 1_000_000_000);
        within("generations", generations, 1, MOST_GENERATIONS);
        within("chains", chains, 1, MOST_CHAINS);
        requireSense(family, regime, mixture, treatment.handling());
        crossings = crossings.isEmpty() ? family.defaultCrossings() : List.copyOf(crossings);
        for (Crossing crossing : crossings) {
            requireObservable(family, crossing);
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ScenarioException(
                    field, "expected a whole number from " + least + " to " + most + ", got " + value);
        }
    }

    /** Fails where a handling is about rows that the regime does not have. */
    private static void requireSense(Family family, Regime regime, MixtureSchedule mixture, Handling handling) {
        boolean mixes = regime == Regime.MIXTURE;
        if (handling.contamination() != 0 && !(mixes && mixture.ever(Mixture::eta))) {
            throw senseless("contamination", family, regime, "it is a share of fresh rows, and there are none");
        }
        boolean real =
                regime != Regime.REPLACE && (!mixes || mixture.ever(Mixture::realShare) || mixture.ever(Mixture::beta));
        if (!Double.isNaN(handling.realWeight()) && !real) {
            throw senseless("realWeight", family, regime, "it weighs real rows, and there are none");
        }
    }

    private static ScenarioException senseless(String handling, Family family, Regime regime, String reason) {
        return new ScenarioException(
                "treatment.handling." + handling,
                "makes no sense for " + family.name() + " under "
                        + regime.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ": " + reason);
    }

    private static void requireObservable(Family family, Crossing crossing) {
        StringBuilder known = new StringBuilder();
        for (Observable observable : family.observables()) {
            if (!observable.quantiles()) {
                continue;
            }
            if (observable.name().equals(crossing.observable())) {
                return;
            }
            known.append(known.isEmpty() ? "" : ", ").append(observable.name());
        }
        throw new ScenarioException(
                "crossings",
                "the family " + family.name() + " watches " + known + ", got '" + crossing.observable() + "'");
    }

    /** A scenario that replaces all data by the latest model's output. */
    public static Scenario replace(String name, Family family, int samples, int generations, int chains, long seed) {
        return of(
                name, family, Regime.REPLACE, MixtureSchedule.constant(1, 0, 0, 0), samples, generations, chains, seed);
    }

    /** A scenario with i.i.d. draws and no treatment. */
    public static Scenario of(
            String name,
            Family family,
            Regime regime,
            MixtureSchedule mixture,
            int samples,
            int generations,
            int chains,
            long seed) {
        Scenario scenario = new Scenario(
                name, family, regime, mixture, Treatment.NONE, samples, generations, chains, seed, List.of());
        family.check(scenario);
        return scenario;
    }

    /** The same with another treatment. */
    public Scenario with(Treatment other) {
        return checked(
                new Scenario(name, family, regime, mixture, other, samples, generations, chains, seed, crossings));
    }

    /** The same with other crossings. */
    public Scenario watching(List<Crossing> others) {
        return checked(
                new Scenario(name, family, regime, mixture, treatment, samples, generations, chains, seed, others));
    }

    /** The same with other numbers of chains. */
    public Scenario withChains(int other) {
        return checked(
                new Scenario(name, family, regime, mixture, treatment, samples, generations, other, seed, crossings));
    }

    /** The same with another seed. */
    public Scenario withSeed(long other) {
        return checked(
                new Scenario(name, family, regime, mixture, treatment, samples, generations, chains, other, crossings));
    }

    /** The same with another number of generations. */
    public Scenario withGenerations(int other) {
        return checked(new Scenario(name, family, regime, mixture, treatment, samples, other, chains, seed, crossings));
    }

    /** The same with another mixture. */
    public Scenario withMixture(MixtureSchedule other) {
        return checked(
                new Scenario(name, family, regime, other, treatment, samples, generations, chains, seed, crossings));
    }

    private static Scenario checked(Scenario scenario) {
        scenario.family.check(scenario);
        return scenario;
    }
}
