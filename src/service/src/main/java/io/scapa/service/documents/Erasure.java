package io.scapa.service.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.service.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Erases a content: its text, and everything of its sightings and evidence that could name a person or repeat the text. Hash,
 * dates, origins, scores and history stay, and so does a tombstone: the content does not come in again.
 */
@ApplicationScoped
public class Erasure {
    private static final List<String> STATEMENTS = List.of(
            """
            UPDATE sightings SET client_id = NULL, original_text = NULL, uri = NULL, headers = '{}', metadata = '{}'
            WHERE sha256 = :sha256""",
            "UPDATE assessments SET evidence = '[]' WHERE sha256 = :sha256",
            "DELETE FROM document_names WHERE sha256 = :sha256",
            "DELETE FROM token_counts WHERE sha256 = :sha256");

    private final EntityManager entities;
    private final DocumentReader reader;

    @Inject
    public Erasure(EntityManager entities, DocumentReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /** Erases the content of an id, and says which datasets hold it. */
    ObjectNode erase(String id, @Nullable String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Content content = reader.find(id, source);
            entities.refresh(content, LockModeType.PESSIMISTIC_WRITE);
            if (content.erasedAt == null) {
                erase(content);
            }
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.put("contentSha256", content.sha256).put("erasedAt", String.valueOf(content.erasedAt));
            datasets(content.sha256, answer.putArray("datasets"));
            return answer;
        });
    }

    private void erase(Content content) {
        content.cleanText = null;
        content.erasedAt = ServiceClock.now();
        for (String statement : STATEMENTS) {
            entities.createNativeQuery(statement)
                    .setParameter("sha256", content.sha256)
                    .executeUpdate();
        }
        Assertion.of(content.sha256, Assertion.Kind.ERASURE, null, "service", JsonNodeFactory.instance.objectNode())
                .persist();
    }

    private void datasets(String sha256, ArrayNode array) {
        for (Object row :
                entities.createNativeQuery("""
                SELECT CAST(d.id AS text), d.name, COALESCE(d.published, d.output) FROM dataset_members m JOIN datasets d ON d.id = m.dataset_id
                WHERE m.sha256 = :sha256 ORDER BY d.created_at, d.id""").setParameter("sha256", sha256).getResultList()) {
            Object[] columns = (Object[]) row;
            array.addObject()
                    .put("id", (String) columns[0])
                    .put("name", (String) columns[1])
                    .put("output", (String) columns[2]);
        }
    }
}
