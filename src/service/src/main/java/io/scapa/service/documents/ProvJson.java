package io.scapa.service.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A content's history in the terms of PROV-O (W3C Recommendation, 30 April 2013): the content and each statement on it are
 * entities, what brought a statement about is an activity, and who made it an agent.
 */
final class ProvJson {
    private static final String CONTEXT = "http://www.w3.org/ns/prov#";
    private static final String TERMS = "urn:scapa:terms#";

    private ProvJson() {}

    static ObjectNode of(String sha256, List<Assertion> history) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode context = json.putObject("@context");
        context.put("prov", CONTEXT).put("scapa", TERMS).put("xsd", "http://www.w3.org/2001/XMLSchema#");
        String content = "urn:sha256:" + sha256;
        ArrayNode graph = json.putArray("@graph");
        graph.addObject().put("@id", content).put("@type", "prov:Entity");
        Map<String, String> agents = new LinkedHashMap<>();
        for (Assertion one : history) {
            String agent = agents.computeIfAbsent(one.agent, name -> "_:agent" + agents.size());
            statement(graph, content, agent, one);
        }
        agents.forEach((name, id) ->
                graph.addObject().put("@id", id).put("@type", "prov:Agent").put("scapa:name", name));
        return json;
    }

    private static void statement(ArrayNode graph, String content, String agent, Assertion one) {
        String id = "urn:scapa:assertion:" + one.id;
        ObjectNode statement = graph.addObject().put("@id", id).put("@type", "prov:Entity");
        reference(statement, "prov:wasDerivedFrom", content);
        reference(statement, "prov:wasAttributedTo", agent);
        reference(statement, "prov:wasGeneratedBy", id + ":activity");
        if (one.origin != null) {
            statement.put("scapa:origin", one.origin);
        }
        statement.putObject("scapa:evidence").put("@type", "@json").set("@value", one.evidence);
        ObjectNode activity = graph.addObject().put("@id", id + ":activity").put("@type", "prov:Activity");
        activity.put("scapa:kind", one.kind);
        activity.putObject("prov:endedAtTime").put("@type", "xsd:dateTime").put("@value", one.madeAt.toString());
        reference(activity, "prov:used", content);
        reference(activity, "prov:wasAssociatedWith", agent);
    }

    private static void reference(ObjectNode subject, String property, String object) {
        subject.putObject(property).put("@id", object);
    }
}
