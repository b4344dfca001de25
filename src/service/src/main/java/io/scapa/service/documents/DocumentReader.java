package io.scapa.service.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.provenance.Pool;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import io.scapa.text.json.AssessmentJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads documents: contents with their sightings, assessment and placement. */
@ApplicationScoped
public class DocumentReader {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final EntityManager entities;

    @Inject
    public DocumentReader(EntityManager entities) {
        this.entities = entities;
    }

    /** One document. */
    ObjectNode document(String id, @Nullable String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Content content = find(id, source);
            return json(content, true);
        });
    }

    /**
     * The content of an id, within the caller's transaction.
     *
     * @throws ProblemException 404 where there is none, 410 where it was erased, 409 where sources use it for several
     */
    Content find(String id, @Nullable String source) {
        Content content = findEvenErased(id, source);
        if (content.erasedAt != null) {
            throw new ProblemException(Problem.erased(content.sha256));
        }
        return content;
    }

    /** The same, where a tombstone will do. */
    Content findEvenErased(String id, @Nullable String source) {
        Content content = lookUp(id, source);
        if (content == null) {
            throw ProblemException.notFound("no document " + id + (source == null ? "" : " in source " + source));
        }
        return content;
    }

    private @Nullable Content lookUp(String id, @Nullable String source) {
        List<?> names = entities.createNativeQuery("""
                SELECT source, sha256 FROM document_names
                WHERE client_id = :id AND (CAST(:source AS text) IS NULL OR source = :source) ORDER BY source LIMIT 100""")
                .setParameter("id", id)
                .setParameter("source", source)
                .getResultList();
        Map<String, String> hashes = new LinkedHashMap<>();
        names.forEach(row -> hashes.putIfAbsent((String) ((Object[]) row)[1], (String) ((Object[]) row)[0]));
        if (hashes.size() > 1) {
            throw new ProblemException(DocumentResource.ambiguous(id, List.copyOf(hashes.values())));
        }
        if (hashes.size() == 1) {
            return Content.findById(hashes.keySet().iterator().next());
        }
        return HASH.matcher(id).matches() ? Content.findById(id) : null;
    }

    /** One page of documents, without their texts. */
    ObjectNode page(DocumentQuery query) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Placement> found = placements(query);
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            ArrayNode documents = page.putArray("documents");
            found.stream()
                    .limit(query.limit())
                    .forEach(one -> documents.add(json(Content.findById(one.sha256), false)));
            if (found.size() > query.limit()) {
                page.put("next", found.get(query.limit() - 1).sha256);
            }
            return page;
        });
    }

    private List<Placement> placements(DocumentQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringJoiner where = new StringJoiner(" and ");
        where.add("p.sha256 > :after");
        parameters.put("after", query.after());
        if (query.origin() != null) {
            where.add("p.origin = :origin");
            parameters.put("origin", query.origin().name());
        }
        if (query.pool() != null) {
            where.add("p.pool = :pool");
            parameters.put("pool", query.pool().symbol());
        }
        if (query.minProbability() != null) {
            where.add(
                    query.pool() == null
                            ? "exists (select 1 from AssessmentRow a where a.id = p.assessmentId and a.probability >= :least)"
                            : "p.probability >= :least");
            parameters.put("least", query.minProbability());
        }
        if (query.source() != null) {
            where.add("exists (select 1 from Sighting s where s.sha256 = p.sha256 and s.source = :source)");
            parameters.put("source", query.source());
        }
        where.add("not exists (select 1 from Content c where c.sha256 = p.sha256 and c.erasedAt is not null)");
        return Placement.<Placement>find("from Placement p where " + where + " order by p.sha256", parameters)
                .range(0, query.limit())
                .list();
    }

    private static ObjectNode json(Content content, boolean withText) {
        List<Sighting> sightings = Sighting.of(content.sha256);
        Placement placement = Placement.findById(content.sha256);
        AssessmentRow assessment = AssessmentRow.findById(placement.assessmentId);
        String id = sightings.stream()
                .map(s -> s.clientId)
                .filter(one -> one != null)
                .findFirst()
                .orElse(content.sha256);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("contentSha256", content.sha256);
        if (withText) {
            json.put("text", content.cleanText);
        }
        json.put("characters", content.characters).put("firstSeen", content.firstSeen.toString());
        json.put("pool", Pool.of(placement.pool).symbol());
        sightings.forEach(one -> json.withArray("sightings").add(one.toJson()));
        json.set("assessment", AssessmentJson.toJson(assessment.toAssessment(id, placement.toProvenance())));
        return json;
    }
}
