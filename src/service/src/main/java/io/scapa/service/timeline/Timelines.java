package io.scapa.service.timeline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.provenance.Timeline;
import jakarta.enterprise.context.ApplicationScoped;

/** The timeline that holds now. */
@ApplicationScoped
public class Timelines {
    /**
     * A timeline with its version.
     *
     * @param version 0 for the standard timeline, before anybody set one
     */
    public record Versioned(long version, Timeline timeline) {}

    /** The newest timeline; {@link Timeline#standard} where none was ever set. */
    public Versioned current() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> TimelineVersion.newest()
                        .map(row -> new Versioned(row.version, row.timeline()))
                        .orElseGet(() -> new Versioned(0, Timeline.standard())));
    }

    /** Makes a timeline the newest, within the caller's transaction. */
    Versioned set(Timeline timeline) {
        TimelineVersion row = TimelineVersion.of(timeline);
        row.persist();
        return new Versioned(row.version, timeline);
    }
}
