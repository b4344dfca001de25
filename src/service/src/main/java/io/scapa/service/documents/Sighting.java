package io.scapa.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where and when a content was seen. Written by {@link DocumentWriter}. */
@Entity
@Table(name = "sightings")
public class Sighting extends PanacheEntityBase {
    @Id
    public Long id;

    public String sha256;
    public String source;

    @Column(name = "client_id")
    public @Nullable String clientId;

    @Column(name = "original_text")
    public @Nullable String originalText;

    public @Nullable String uri;

    @Column(name = "published_at")
    public @Nullable Instant publishedAt;

    @Column(name = "crawled_at")
    public @Nullable Instant crawledAt;

    public @Nullable String language;
    public @Nullable String license;

    @Column(name = "media_type")
    public @Nullable String mediaType;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode headers;

    @Column(name = "declared_origin")
    public @Nullable String declaredOrigin;

    public @Nullable String generator;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode metadata;

    @Column(name = "seen_at")
    public Instant seenAt;

    static List<Sighting> of(String sha256) {
        return list("sha256 = ?1 order by id", sha256);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "id", clientId);
        put(json, "source", source.isEmpty() ? null : source);
        put(json, "uri", uri);
        put(json, "publishedAt", publishedAt);
        put(json, "crawledAt", crawledAt);
        put(json, "language", language);
        put(json, "license", license);
        put(json, "mediaType", mediaType);
        put(json, "declaredOrigin", declaredOrigin);
        put(json, "generator", generator);
        if (!headers.isEmpty()) {
            json.set("headers", headers);
        }
        if (!metadata.isEmpty()) {
            json.set("metadata", metadata);
        }
        put(json, "originalText", originalText);
        return json.put("seenAt", seenAt.toString());
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
