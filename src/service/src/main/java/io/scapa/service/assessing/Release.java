package io.scapa.service.assessing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A detector release that has assessed something here. */
@Entity
@Immutable
@Table(name = "releases")
public class Release extends PanacheEntityBase {
    @Id
    public String id;

    @Column(name = "first_used")
    public Instant firstUsed;
}
