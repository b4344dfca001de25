package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.scapa.curation.ExportResult;
import io.scapa.curation.shard.ShardEntry;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records which contents a finished dataset holds, within the caller's transaction. */
@ApplicationScoped
public class DatasetMembers {
    private static final int BATCH = 5000;

    private final AgroalDataSource database;

    @Inject
    public DatasetMembers(AgroalDataSource database) {
        this.database = database;
    }

    /** @throws ProblemException where a member was erased while the dataset was made */
    void record(UUID dataset, ExportResult.Exported exported, JsonNode summary, int generation) {
        DatasetRow row = DatasetRow.require(dataset.toString());
        row.summary = summary;
        row.generation = generation;
        List<String> batch = new ArrayList<>();
        List<String> shards =
                exported.manifest().shards().stream().map(ShardEntry::path).toList();
        try (Connection connection = database.getConnection()) {
            new DatasetFiles(exported.folder()).lines(shards, (shard, line) -> {
                batch.add(line.get("content_sha256").textValue());
                if (batch.size() >= BATCH) {
                    add(connection, dataset, batch);
                }
            });
            add(connection, dataset, batch);
            refuseErased(connection, dataset);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot record the members of dataset " + dataset, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Connection connection, UUID dataset, List<String> hashes) throws IOException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO dataset_members (dataset_id, sha256) SELECT ?, * FROM unnest(?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, dataset);
            insert.setArray(2, connection.createArrayOf("text", hashes.toArray()));
            insert.executeUpdate();
            hashes.clear();
        } catch (SQLException e) {
            throw new IOException("cannot record members: " + e.getMessage(), e);
        }
    }

    /** Takes a share lock on each member, so that an erasure either is seen here or sees this dataset. */
    private static void refuseErased(Connection connection, UUID dataset) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT count(*) FILTER (WHERE erased) FROM (
                    SELECT c.erased_at IS NOT NULL AS erased FROM dataset_members m JOIN contents c ON c.sha256 = m.sha256
                    WHERE m.dataset_id = ? ORDER BY c.sha256 FOR SHARE OF c) held""")) {
            query.setObject(1, dataset);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getLong(1) > 0) {
                    throw new ProblemException(Problem.conflict(
                            row.getLong(1)
                                    + " of its documents were erased while the dataset was made: delete its folder and start again",
                            List.of()));
                }
            }
        }
    }

    /** Records an end without a dataset. */
    void recordWithout(UUID dataset, JsonNode summary) {
        DatasetRow.require(dataset.toString()).summary = summary;
    }
}
