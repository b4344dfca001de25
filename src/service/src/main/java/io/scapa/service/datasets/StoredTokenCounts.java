package io.scapa.service.datasets;

import io.scapa.text.token.Tokenizer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lengths of stored texts in a tokenizer other than the release's: counted when a recipe first asks for them, and kept. */
final class StoredTokenCounts {
    private static final int BATCH = 500;

    private static final String MISSING = """
            SELECT c.sha256, c.clean_text FROM contents c
            WHERE c.sha256 > ? AND c.erased_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM token_counts t WHERE t.sha256 = c.sha256 AND t.tokenizer = ?)
            ORDER BY c.sha256 LIMIT ?""";

    private StoredTokenCounts() {}

    /** Counts what is not counted yet, some hundred texts a transaction, in the order of their hashes. */
    static void fill(Connection connection, String name, Tokenizer tokenizer) throws SQLException {
        connection.setAutoCommit(false);
        String last = "";
        for (List<String> batch = fill(connection, name, tokenizer, last);
                !batch.isEmpty();
                batch = fill(connection, name, tokenizer, last)) {
            last = batch.getLast();
        }
    }

    private static List<String> fill(Connection connection, String name, Tokenizer tokenizer, String after)
            throws SQLException {
        List<String> hashes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(MISSING);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO token_counts (sha256, tokenizer, tokens) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            query.setString(1, after);
            query.setString(2, name);
            query.setInt(3, BATCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    hashes.add(row.getString(1));
                    insert.setString(1, row.getString(1));
                    insert.setString(2, name);
                    insert.setInt(3, tokenizer.count(row.getString(2)));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        return hashes;
    }
}
