package io.scapa.simulation;

import io.scapa.simulation.random.ChainRandom;

/** Makes the chains of one scenario; what they share is computed once. Safe for use by several threads. */
@FunctionalInterface
public interface ChainFactory {
    /** A fresh chain on a stream of its own: the first {@code next} gives the first generation. */
    Chain chain(ChainRandom random);
}
