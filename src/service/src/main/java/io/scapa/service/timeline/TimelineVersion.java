package io.scapa.service.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.scapa.provenance.Timeline;
import io.scapa.service.ServiceClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The timeline as it was set at one time; the newest version holds. */
@Entity
@Immutable
@Table(name = "timelines")
public class TimelineVersion extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long version;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode generations;

    @Column(name = "current_generation")
    public int currentGeneration;

    @Column(name = "created_at")
    public Instant createdAt;

    static TimelineVersion of(Timeline timeline) {
        TimelineVersion row = new TimelineVersion();
        row.generations = TimelineJson.generations(timeline);
        row.currentGeneration = timeline.current();
        row.createdAt = ServiceClock.now();
        return row;
    }

    static Optional<TimelineVersion> newest() {
        return TimelineVersion.<TimelineVersion>findAll(Sort.descending("version"))
                .firstResultOptional();
    }

    Timeline timeline() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("current", currentGeneration).set("generations", generations);
        return TimelineJson.read(json);
    }
}
