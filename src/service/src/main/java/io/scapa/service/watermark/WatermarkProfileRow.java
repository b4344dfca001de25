package io.scapa.service.watermark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A watermark profile: its settings in the clear, its key encrypted. */
@Entity
@Immutable
@Table(name = "watermark_profiles")
public class WatermarkProfileRow extends PanacheEntityBase {
    @Id
    public String name;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode settings;

    @Column(name = "encrypted_key")
    public byte[] encryptedKey;

    @Column(name = "created_at")
    public Instant createdAt;

    /** What callers see: everything but the key. */
    ObjectNode toJson() {
        ObjectNode json = settings.deepCopy();
        return json.put("createdAt", createdAt.toString());
    }
}
