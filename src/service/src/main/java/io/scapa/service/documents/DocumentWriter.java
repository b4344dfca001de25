package io.scapa.service.documents;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.provenance.SyntheticScore;
import io.scapa.service.assessing.Assessing;
import io.scapa.text.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The writes of a batch of documents, on one connection. Rows are taken in the order of their keys, names before contents,
 * so that batches that share documents wait for each other and never in a circle.
 */
final class DocumentWriter {
    private static final Comparator<Submission> BY_NAME =
            Comparator.comparing(Submission::source).thenComparing(Submission::id);

    private final Connection connection;

    DocumentWriter(Connection connection) {
        this.connection = connection;
    }

    static List<String> strings(PreparedStatement query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    /** The hashes among these whose content was erased. */
    Set<String> erased(Collection<String> hashes) throws SQLException {
        return selected("SELECT sha256 FROM contents WHERE sha256 = ANY (?) AND erased_at IS NOT NULL", hashes);
    }

    private Set<String> selected(String sql, Collection<String> hashes) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, PlacementWriter.texts(connection, hashes));
            return new HashSet<>(strings(query));
        }
    }

    /**
     * Claims the names of documents that have one.
     *
     * @return those whose name already stands for another content, with that content's hash
     */
    Map<Submission, String> claimNames(List<Submission> submissions) throws SQLException {
        List<Submission> named = submissions.stream()
                .filter(s -> s.document().id() != null)
                .sorted(BY_NAME)
                .toList();
        if (named.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO document_names (source, client_id, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Submission one : named) {
                insert.setString(1, one.source());
                insert.setString(2, one.id());
                insert.setString(3, one.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return conflicts(named);
    }

    private record Name(String source, String id) {}

    private Map<Submission, String> conflicts(List<Submission> named) throws SQLException {
        Map<Name, String> holders = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT n.source, n.client_id, n.sha256 FROM document_names n
                JOIN unnest(?, ?) AS asked (source, client_id) USING (source, client_id)""")) {
            query.setArray(
                    1,
                    PlacementWriter.texts(
                            connection, named.stream().map(Submission::source).toList()));
            query.setArray(
                    2,
                    PlacementWriter.texts(
                            connection, named.stream().map(Submission::id).toList()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    holders.put(new Name(row.getString(1), row.getString(2)), row.getString(3));
                }
            }
        }
        Map<Submission, String> conflicts = new HashMap<>();
        for (Submission one : named) {
            String holder = holders.get(new Name(one.source(), one.id()));
            if (holder == null) {
                throw new SQLException("a name vanished while it was claimed: " + one.id());
            }
            if (!holder.equals(one.hash())) {
                conflicts.put(one, holder);
            }
        }
        return conflicts;
    }

    /** Adds contents that are not there. Returns the hashes of those that this call added. */
    Set<String> addContents(Collection<Submission> submissions) throws SQLException {
        Map<String, Submission> byHash = new java.util.TreeMap<>();
        submissions.forEach(one -> byHash.putIfAbsent(one.hash(), one));
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO contents (sha256, clean_text, characters)
                SELECT * FROM unnest(?, ?, ?) AS fresh (sha256, clean_text, characters) ORDER BY sha256
                ON CONFLICT DO NOTHING RETURNING sha256""")) {
            insert.setArray(1, PlacementWriter.texts(connection, byHash.keySet()));
            insert.setArray(
                    2,
                    PlacementWriter.texts(
                            connection,
                            byHash.values().stream().map(Submission::clean).toList()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "integer",
                            byHash.values().stream()
                                    .map(s -> (Object) s.clean().length())
                                    .toArray()));
            return new HashSet<>(strings(insert));
        }
    }

    /** Locks contents, in order, and returns the hashes of those that were erased meanwhile. */
    Set<String> lock(Collection<String> hashes) throws SQLException {
        selected(
                "SELECT sha256 FROM contents WHERE sha256 = ANY (?) ORDER BY sha256 FOR NO KEY UPDATE",
                new TreeSet<>(hashes));
        return erased(hashes);
    }

    void addSightings(Collection<Submission> submissions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO sightings (sha256, source, client_id, original_text, uri, published_at, crawled_at, language,
                                       license, media_type, headers, declared_origin, generator, metadata)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, CAST(? AS jsonb))""")) {
            for (Submission one : submissions) {
                bind(insert, one);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, Submission one) throws SQLException {
        Document document = one.document();
        insert.setString(1, one.hash());
        insert.setString(2, one.source());
        insert.setString(3, document.id());
        insert.setString(4, document.text().equals(one.clean()) ? null : document.text());
        insert.setString(5, document.uri());
        insert.setTimestamp(6, timestamp(document.publishedAt()));
        insert.setTimestamp(7, timestamp(document.crawledAt()));
        insert.setString(8, document.language());
        insert.setString(9, document.license());
        insert.setString(10, document.mediaType());
        insert.setString(11, json(document.headers()));
        insert.setString(
                12,
                document.declaredOrigin() == null
                        ? null
                        : document.declaredOrigin().name());
        insert.setString(13, document.generator());
        insert.setString(14, json(document.metadata()));
    }

    private static String json(Object value) {
        return Json.mapper().valueToTree(value).toString();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    void addRelease(String release) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO releases (id) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, release);
            insert.executeUpdate();
        }
    }

    /** The hashes among these that a bench has assessed. */
    Set<String> assessed(Collection<String> hashes, Assessing.Bench bench) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT sha256 FROM assessments WHERE sha256 = ANY (?) AND release = ? AND profiles = ?")) {
            query.setArray(1, PlacementWriter.texts(connection, hashes));
            query.setString(2, bench.release());
            query.setString(3, bench.profiles());
            return new HashSet<>(strings(query));
        }
    }

    /** Adds assessments in the order of their contents' hashes. */
    void addAssessments(Collection<Assessment> assessments, String profiles) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO assessments (sha256, release, language, tokens, score, prior, probability, lower_bound, upper_bound,
                                         human_p_value, verdict, reason, evidence, profiles)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?)""")) {
            for (Assessment one : assessments.stream()
                    .sorted(Comparator.comparing(Assessment::contentSha256))
                    .toList()) {
                bind(insert, one);
                insert.setString(14, profiles);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, Assessment one) throws SQLException {
        SyntheticScore synthetic = one.synthetic();
        insert.setString(1, one.contentSha256().hex());
        insert.setString(2, one.release());
        insert.setString(3, one.language());
        insert.setInt(4, one.tokens());
        insert.setDouble(5, synthetic.score());
        insert.setDouble(6, synthetic.prior());
        insert.setDouble(7, synthetic.probability());
        insert.setDouble(8, synthetic.interval().lower());
        insert.setDouble(9, synthetic.interval().upper());
        insert.setObject(10, synthetic.humanPValue(), Types.DOUBLE);
        insert.setString(11, synthetic.verdict().origin().name());
        insert.setString(12, synthetic.verdict().reason());
        insert.setString(13, EvidenceJson.write(one).toString());
    }

    /** Writes the history: each sighting, and each assessment of a content that this transaction added. */
    void addHistory(Collection<Submission> submissions, Collection<Assessment> fresh) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO assertions (sha256, kind, origin, agent, evidence) VALUES (?, ?, ?, ?, CAST(? AS jsonb))")) {
            for (Submission one : submissions) {
                bind(insert, one.hash(), History.ofSighting(one));
            }
            for (Assessment one : fresh) {
                bind(insert, one.contentSha256().hex(), History.ofAssessment(one));
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, String hash, History entry) throws SQLException {
        insert.setString(1, hash);
        insert.setString(2, entry.kind().name());
        insert.setString(3, entry.origin());
        insert.setString(4, entry.agent());
        insert.setString(5, entry.evidence().toString());
        insert.addBatch();
    }
}
