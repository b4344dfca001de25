package io.scapa.service.prevalence;

import io.agroal.api.AgroalDataSource;
import io.scapa.detection.prevalence.AuditLabels;
import io.scapa.detection.prevalence.PrevalenceReport;
import io.scapa.detection.prevalence.PrevalenceTally;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is stored by the scores of one release. A content counts once in each source that it was seen in, with its first
 * sighting there; what was erased and what this release has not assessed does not count. Streams: memory grows with the groups only.
 */
@ApplicationScoped
public class StoredPrevalence {
    private static final int FETCH = 1000;
    private static final DocumentProvenance UNPLACED =
            new DocumentProvenance(Origin.UNDETERMINED, null, new PoolProbabilities(0, 0, 0.5, 0.5), 1);

    private static final String SIGHTINGS = """
            SELECT DISTINCT ON (s.source, s.sha256) s.source, s.sha256, s.published_at, s.crawled_at, s.language AS declared
            FROM sightings s JOIN contents c ON c.sha256 = s.sha256
            WHERE c.erased_at IS NULL AND (?::text IS NULL OR s.source = ?)
            ORDER BY s.source, s.sha256, s.id""";

    private static final String ASSESSED = """
            SELECT DISTINCT ON (a.sha256) a.sha256, a.language, a.tokens, a.score, a.prior, a.probability, a.lower_bound,
                   a.upper_bound, a.verdict
            FROM assessments a WHERE a.release = ? ORDER BY a.sha256, a.id DESC""";

    private static final String COUNTED = "SELECT * FROM (" + SIGHTINGS + ") seen JOIN (" + ASSESSED
            + ") found ON found.sha256 = seen.sha256 ORDER BY seen.source, seen.sha256";

    private static final String NOT_ASSESSED = "SELECT count(*) FROM (" + SIGHTINGS
            + ") seen WHERE NOT EXISTS (SELECT FROM assessments a WHERE a.sha256 = seen.sha256 AND a.release = ?)";

    private final AgroalDataSource database;

    @Inject
    public StoredPrevalence(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Shares, and what they leave out.
     *
     * @param report the shares
     * @param notAssessed stored sightings that this release has not assessed
     */
    record Counted(PrevalenceReport report, long notAssessed) {}

    /** @throws io.scapa.detection.prevalence.TooManyGroupsException where the query tells too many groups apart */
    Counted count(PrevalenceQuery query, String release) {
        PrevalenceTally tally = new PrevalenceTally(query.by(), query.weighting(), AuditLabels.none());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                stream(connection, query.source(), release, tally);
                return new Counted(tally.report(query.options()), notAssessed(connection, query.source(), release));
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the stored assessments: " + e.getMessage(), e);
        }
    }

    private static void stream(Connection connection, @Nullable String source, String release, PrevalenceTally tally)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, COUNTED, source, release)) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tally.add(document(row), assessment(row, release));
                }
            }
        }
    }

    private static long notAssessed(Connection connection, @Nullable String source, String release)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, NOT_ASSESSED, source, release);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable String source, String release) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, source);
        statement.setString(2, source);
        statement.setString(3, release);
        return statement;
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                null,
                "",
                row.getString("source"),
                null,
                instant(row.getTimestamp("published_at")),
                instant(row.getTimestamp("crawled_at")),
                row.getString("declared"),
                null,
                null,
                Map.of(),
                null,
                null,
                Map.of());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static Assessment assessment(ResultSet row, String release) throws SQLException {
        String sha256 = row.getString("sha256");
        SyntheticScore score = new SyntheticScore(
                row.getDouble("score"),
                row.getDouble("prior"),
                row.getDouble("probability"),
                new Interval(row.getDouble("lower_bound"), row.getDouble("upper_bound")),
                null,
                new Verdict(Origin.valueOf(row.getString("verdict")), "as stored"));
        return new Assessment(
                sha256,
                new ContentHash(sha256),
                row.getString("language"),
                row.getInt("tokens"),
                score,
                List.of(),
                UNPLACED,
                release);
    }
}
