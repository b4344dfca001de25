package io.scapa.service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The service's one clock, as fine as the database keeps time: what was answered is what will be read. */
public final class ServiceClock {
    private ServiceClock() {}

    /** Now, in microseconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
