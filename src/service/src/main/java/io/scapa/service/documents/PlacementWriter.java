package io.scapa.service.documents;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.PoolRules;
import io.scapa.service.assessing.Assessing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Places contents: what their text says, together with everything that all their sightings and assertions say, by the rules
 * and the timeline that hold now.
 */
@ApplicationScoped
public class PlacementWriter {
    private static final int BATCH = 500;

    private static final String FACTS = """
            SELECT s.sha256,
                   min(least(s.published_at, s.crawled_at)) AS dated,
                   (SELECT a.origin FROM assertions a WHERE a.sha256 = s.sha256 AND a.kind = 'ASSERTION' AND a.origin IS NOT NULL
                    ORDER BY a.id DESC LIMIT 1) AS asserted,
                   (array_agg(s.declared_origin ORDER BY s.id DESC) FILTER (WHERE s.declared_origin IS NOT NULL))[1] AS declared,
                   (array_agg(s.generator ORDER BY s.id DESC) FILTER (WHERE s.generator IS NOT NULL))[1] AS generator,
                   EXISTS (SELECT FROM dataset_members m JOIN datasets d ON d.id = m.dataset_id
                           WHERE m.sha256 = s.sha256 AND d.generation < ?) AS carried
            FROM sightings s WHERE s.sha256 = ANY (?) GROUP BY s.sha256""";

    private static final String NEWEST_ASSESSMENTS = """
            SELECT DISTINCT ON (sha256) sha256, id, score, verdict, evidence
            FROM assessments WHERE sha256 = ANY (?) ORDER BY sha256, id DESC""";

    private static final String UPSERT = """
            INSERT INTO placements (sha256, assessment_id, timeline_version, origin, generation, alpha, beta, gamma, eta,
                                    split_without_date, pool, probability)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (sha256) DO UPDATE SET assessment_id = excluded.assessment_id,
                timeline_version = excluded.timeline_version, origin = excluded.origin, generation = excluded.generation,
                alpha = excluded.alpha, beta = excluded.beta, gamma = excluded.gamma, eta = excluded.eta,
                split_without_date = excluded.split_without_date, pool = excluded.pool, probability = excluded.probability""";

    private static final String STALE = """
            SELECT c.sha256 FROM contents c
            WHERE c.sha256 IN (SELECT p.sha256 FROM placements p WHERE p.timeline_version <> ? LIMIT ?)
            ORDER BY c.sha256 FOR NO KEY UPDATE""";

    private final AgroalDataSource database;

    @Inject
    public PlacementWriter(AgroalDataSource database) {
        this.database = database;
    }

    private record Findings(
            long assessment,
            double score,
            boolean edited,
            @Nullable String watermarkProfile) {}

    /** Places contents whose rows the caller's transaction has locked. */
    Map<String, DocumentProvenance> place(Connection connection, Collection<String> hashes, Assessing.Bench bench)
            throws SQLException {
        Map<String, Findings> findings = findings(connection, hashes);
        Map<String, PoolRules.Facts> facts = facts(connection, hashes, bench);
        Map<String, DocumentProvenance> placed = new HashMap<>();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<String, Findings> entry : findings.entrySet()) {
                Findings found = entry.getValue();
                PoolRules.Facts known = facts.getOrDefault(entry.getKey(), PoolRules.Facts.none());
                DocumentProvenance provenance = bench.rules()
                        .place(found.score(), found.edited(), known.withWatermarkProfile(found.watermarkProfile()));
                placed.put(entry.getKey(), provenance);
                bind(
                        upsert,
                        entry.getKey(),
                        found.assessment(),
                        bench.timeline().version(),
                        provenance);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        return placed;
    }

    private static void bind(
            PreparedStatement upsert, String hash, long assessment, long timeline, DocumentProvenance provenance)
            throws SQLException {
        PoolProbabilities pools = provenance.pools();
        upsert.setString(1, hash);
        upsert.setLong(2, assessment);
        upsert.setLong(3, timeline);
        upsert.setString(4, provenance.origin().name());
        upsert.setObject(5, provenance.generation(), Types.INTEGER);
        upsert.setDouble(6, pools.alpha());
        upsert.setDouble(7, pools.beta());
        upsert.setDouble(8, pools.gamma());
        upsert.setDouble(9, pools.eta());
        upsert.setDouble(10, Math.min(1, provenance.splitWithoutDate()));
        upsert.setString(11, pools.mostProbable().symbol());
        upsert.setDouble(12, pools.of(pools.mostProbable()));
    }

    private static Map<String, Findings> findings(Connection connection, Collection<String> hashes)
            throws SQLException {
        Map<String, Findings> findings = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(NEWEST_ASSESSMENTS)) {
            query.setArray(1, texts(connection, hashes));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    findings.put(
                            row.getString(1),
                            new Findings(
                                    row.getLong(2),
                                    row.getDouble(3),
                                    row.getString(4).equals(Origin.EDITED.name()),
                                    WatermarkFinding.profile(row.getString(5))));
                }
            }
        }
        return findings;
    }

    private static Map<String, PoolRules.Facts> facts(
            Connection connection, Collection<String> hashes, Assessing.Bench bench) throws SQLException {
        Map<String, PoolRules.Facts> facts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(FACTS)) {
            query.setInt(1, bench.timeline().timeline().current());
            query.setArray(2, texts(connection, hashes));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String asserted = row.getString("asserted");
                    String origin = asserted == null ? row.getString("declared") : asserted;
                    facts.put(
                            row.getString("sha256"),
                            new PoolRules.Facts(
                                    instant(row.getTimestamp("dated")),
                                    origin == null ? null : Origin.valueOf(origin),
                                    row.getString("generator"),
                                    null,
                                    row.getBoolean("carried"),
                                    null,
                                    null));
                }
            }
        }
        return facts;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /**
     * Places again every content that was placed by another timeline than the one in force.
     *
     * @param progress hears how many are done
     * @param cancelled asked before each batch
     * @return how many were placed again
     */
    public long refresh(Assessing.Bench bench, LongConsumer progress, BooleanSupplier cancelled) {
        long done = 0;
        int batch;
        do {
            if (cancelled.getAsBoolean()) {
                return done;
            }
            batch = QuarkusTransaction.requiringNew().call(() -> refreshBatch(bench));
            done += batch;
            progress.accept(done);
        } while (batch > 0);
        return done;
    }

    private int refreshBatch(Assessing.Bench bench) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(STALE)) {
            query.setLong(1, bench.timeline().version());
            query.setInt(2, BATCH);
            Collection<String> stale = DocumentWriter.strings(query);
            if (!stale.isEmpty()) {
                place(connection, stale, bench);
            }
            return stale.size();
        }
    }
}
