package io.scapa.service.datasets;

import io.agroal.api.AgroalDataSource;
import io.scapa.curation.audit.Audit;
import io.scapa.curation.audit.AuditLabel;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The labels that people gave; every plan and dataset lets its bounds rest on them. */
@ApplicationScoped
public class StoredAudit {
    private final AgroalDataSource database;

    @Inject
    public StoredAudit(AgroalDataSource database) {
        this.database = database;
    }

    /** All labels. */
    Audit audit() throws SQLException {
        List<AuditLabel> labels = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT sha256, alpha, beta, gamma, eta, labelled_by, labelled_on FROM audit_labels");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                labels.add(new AuditLabel(
                        new ContentHash(row.getString(1)),
                        new PoolProbabilities(row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)),
                        row.getString(6),
                        row.getDate(7).toLocalDate()));
            }
        }
        return Audit.of(labels);
    }

    /** How many labels an audit has. */
    long count(UUID audit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT count(*) FROM audit_labels WHERE audit_id = ?")) {
            query.setObject(1, audit);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Takes labels in, all or none; who labels a text again on the same day replaces what was said. */
    void add(UUID audit, List<AuditLabel> labels) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO audit_labels (sha256, labelled_by, labelled_on, audit_id, alpha, beta, gamma, eta)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (sha256, labelled_by, labelled_on) DO UPDATE SET audit_id = excluded.audit_id,
                            alpha = excluded.alpha, beta = excluded.beta, gamma = excluded.gamma, eta = excluded.eta""")) {
            connection.setAutoCommit(false);
            for (AuditLabel label : labels) {
                insert.setString(1, label.contentSha256().hex());
                insert.setString(2, label.by());
                insert.setDate(3, Date.valueOf(label.on()));
                insert.setObject(4, audit);
                insert.setDouble(5, label.pools().alpha());
                insert.setDouble(6, label.pools().beta());
                insert.setDouble(7, label.pools().gamma());
                insert.setDouble(8, label.pools().eta());
                insert.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
