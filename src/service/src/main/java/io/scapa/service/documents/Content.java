package io.scapa.service.documents;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text, known by the hash of its clean view; erased, only the hash is left. Written by {@link DocumentWriter}. */
@Entity
@Table(name = "contents")
public class Content extends PanacheEntityBase {
    @Id
    public String sha256;

    @Column(name = "clean_text")
    public @Nullable String cleanText;

    public int characters;

    @Column(name = "first_seen")
    public Instant firstSeen;

    @Column(name = "erased_at")
    public @Nullable Instant erasedAt;
}
