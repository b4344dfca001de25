package io.scapa.service.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.Assessment;
import io.scapa.service.problem.Problem;
import io.scapa.text.json.AssessmentJson;

/** What came of one posted document. */
sealed interface Ingested {
    /** What callers read. */
    ObjectNode toJson();

    /** A content that was not known. */
    record Created(Assessment assessment) implements Ingested {
        @Override
        public ObjectNode toJson() {
            return AssessmentJson.toJson(assessment).put("status", "created");
        }
    }

    /** A content that was known: a sighting was added. */
    record Known(Assessment assessment) implements Ingested {
        @Override
        public ObjectNode toJson() {
            return AssessmentJson.toJson(assessment).put("status", "known");
        }
    }

    /** Assessed on request, not stored. */
    record Assessed(Assessment assessment) implements Ingested {
        @Override
        public ObjectNode toJson() {
            return AssessmentJson.toJson(assessment).put("status", "assessed");
        }
    }

    /** Not taken. */
    record Rejected(Problem problem) implements Ingested {
        @Override
        public ObjectNode toJson() {
            ObjectNode json = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            json.put("status", "rejected").set("problem", problem.toJson());
            return json;
        }
    }
}
