package io.scapa.simulation;

import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;

/**
 * A model family: what a generation fits and how it samples. An implementation is a record of its parameters, so that a
 * scenario is a value.
 */
public interface Family {
    /** Its name in scenario files, such as {@code gaussian}. */
    String name();

    /** What is observed of a chain, in the order in which {@link Chain#next} writes it. */
    List<Observable> observables();

    /** The crossings that count as collapse where a scenario names none. */
    List<Crossing> defaultCrossings();

    /**
     * Checks a scenario against what the family can do.
     *
     * @throws ScenarioException naming the field
     */
    void check(Scenario scenario);

    /** What makes a scenario's chains. */
    ChainFactory chains(Scenario scenario);

    /** The closed forms that hold for a scenario, up to its last generation; empty where there is none. */
    default List<TheoryCurve> theory(Scenario scenario) {
        return List.of();
    }

    /** How many chains run side by side in one unit of work: many for small chains, 1 for chains that hold a corpus. */
    default int chunk() {
        return 64;
    }

    /** The number that the first call of {@code next} answers for: 1 for models, 0 where data sets are counted from the real one. */
    default int firstGeneration() {
        return 1;
    }
}
