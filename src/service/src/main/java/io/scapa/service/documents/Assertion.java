package io.scapa.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.scapa.service.ServiceClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of the append-only history of a content: who said what of its origin, when, on what evidence. */
@Entity
@Immutable
@Table(name = "assertions")
public class Assertion extends PanacheEntityBase {
    /** What sort of entry it is. */
    public enum Kind {
        /** It was seen; the supplier may have said something of it. */
        SIGHTING,
        /** A detector release assessed it. */
        ASSESSMENT,
        /** A person or system asserts an origin. */
        ASSERTION,
        /** Text and personal metadata were erased. */
        ERASURE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String sha256;
    public String kind;
    public @Nullable String origin;
    public String agent;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode evidence;

    @Column(name = "made_at")
    public Instant madeAt;

    static Assertion of(String sha256, Kind kind, @Nullable String origin, String agent, JsonNode evidence) {
        Assertion assertion = new Assertion();
        assertion.sha256 = sha256;
        assertion.kind = kind.name();
        assertion.origin = origin;
        assertion.agent = agent;
        assertion.evidence = evidence;
        assertion.madeAt = ServiceClock.now();
        return assertion;
    }

    static List<Assertion> history(String sha256) {
        return list("sha256 = ?1 order by id", sha256);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sequence", id).put("kind", kind);
        if (origin != null) {
            json.put("origin", origin);
        }
        json.put("agent", agent).put("at", madeAt.toString());
        json.set("evidence", evidence);
        return json;
    }
}
