package io.scapa.service.datasets;

import io.agroal.api.AgroalDataSource;
import io.scapa.curation.Candidate;
import io.scapa.curation.CandidateSource;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored documents as candidates, as they were when this was opened: every pass reads the same snapshot, whatever is
 * ingested or erased meanwhile. One candidate per content, under its first sighting that has an id. Not safe for several threads.
 */
final class StoredCandidates implements CandidateSource, AutoCloseable {
    private static final int FETCH = 1000;
    private static final String UNKNOWN_SOURCE = "unknown";

    private static final String ALL = """
            SELECT c.sha256, a.language, a.tokens, a.probability, a.release, p.origin, p.alpha, p.beta, p.gamma, p.eta,
                   p.split_without_date, t.tokens AS counted, s.source, s.uri, s.license, s.generator, s.published_at,
                   CASE WHEN s.client_id !~ '^[0-9a-f]{64}$'
                             AND (SELECT count(DISTINCT n.sha256) FROM document_names n WHERE n.client_id = s.client_id) = 1
                        THEN s.client_id ELSE c.sha256 END AS id
            FROM contents c
            JOIN placements p ON p.sha256 = c.sha256
            JOIN assessments a ON a.id = p.assessment_id
            LEFT JOIN token_counts t ON t.sha256 = c.sha256 AND t.tokenizer = ?
            JOIN LATERAL (SELECT * FROM sightings one WHERE one.sha256 = c.sha256
                          ORDER BY one.client_id IS NULL, one.id LIMIT 1) s ON true
            WHERE c.erased_at IS NULL
            ORDER BY c.sha256""";

    private final Connection connection;
    private final String tokenizer;
    private final @Nullable Tokenizer counter;

    private StoredCandidates(Connection connection, String tokenizer, @Nullable Tokenizer counter) {
        this.connection = connection;
        this.tokenizer = tokenizer;
        this.counter = counter;
    }

    /**
     * Takes a snapshot.
     *
     * @param tokenizer the recipe's; lengths in another one than the release's are counted where they are not stored yet
     */
    static StoredCandidates snapshot(AgroalDataSource database, String tokenizer) throws SQLException {
        Connection connection = database.getConnection();
        try {
            Tokenizer counter = tokenizer.equals(Tokenizers.DEFAULT) ? null : Tokenizers.named(tokenizer);
            if (counter != null) {
                StoredTokenCounts.fill(connection, tokenizer, counter);
            }
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new StoredCandidates(connection, tokenizer, counter);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Cursor open() throws IOException {
        try {
            PreparedStatement query = connection.prepareStatement(ALL);
            query.setString(1, tokenizer);
            query.setFetchSize(FETCH);
            return new Pass(query, query.executeQuery());
        } catch (SQLException e) {
            throw new IOException("cannot read the documents: " + e.getMessage(), e);
        }
    }

    private final class Pass implements Cursor {
        private final PreparedStatement query;
        private final ResultSet row;

        private Pass(PreparedStatement query, ResultSet row) {
            this.query = query;
            this.row = row;
        }

        @Override
        public @Nullable Candidate next() throws IOException {
            try {
                return row.next() ? candidate(row) : null;
            } catch (SQLException e) {
                throw new IOException("cannot read the documents: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                row.close();
                query.close();
            } catch (SQLException e) {
                throw new IOException("cannot end reading the documents: " + e.getMessage(), e);
            }
        }
    }

    private Candidate candidate(ResultSet row) throws SQLException, IOException {
        String hash = row.getString("sha256");
        String source = row.getString("source");
        PoolProbabilities pools = new PoolProbabilities(
                row.getDouble("alpha"), row.getDouble("beta"), row.getDouble("gamma"), row.getDouble("eta"));
        return new Candidate(
                row.getString("id"),
                new ContentHash(hash),
                source.isBlank() ? UNKNOWN_SOURCE : source,
                row.getString("language"),
                tokens(row, hash),
                Origin.valueOf(row.getString("origin")),
                row.getDouble("probability"),
                pools,
                row.getDouble("split_without_date"),
                row.getString("release"),
                attributes(row),
                () -> text(hash));
    }

    /** A content that came after the counting is counted on its own. */
    private int tokens(ResultSet row, String hash) throws SQLException, IOException {
        if (counter == null) {
            return row.getInt("tokens");
        }
        int counted = row.getInt("counted");
        return row.wasNull() ? counter.count(text(hash)) : counted;
    }

    /** What is exported besides the text; headers and metadata stay behind, they may name people. */
    private static Map<String, Object> attributes(ResultSet row) throws SQLException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        put(attributes, "uri", row.getString("uri"));
        put(attributes, "license", row.getString("license"));
        put(attributes, "generator", row.getString("generator"));
        Timestamp published = row.getTimestamp("published_at");
        put(
                attributes,
                "published_at",
                published == null ? null : published.toInstant().toString());
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private String text(String hash) throws IOException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT clean_text FROM contents WHERE sha256 = ?")) {
            query.setString(1, hash);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IOException("cannot read the text of " + hash + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
