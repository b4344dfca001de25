package io.scapa.service.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.Generation;
import io.scapa.provenance.Timeline;
import io.scapa.service.json.Fields;
import io.scapa.service.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A timeline as callers write and read it; an open end of a window is an absent field. */
final class TimelineJson {
    private static final Set<String> FIELDS = Set.of("current", "generations", "version", "job");
    private static final Set<String> GENERATION_FIELDS =
            Set.of("index", "from", "until", "models", "watermarkProfiles");
    private static final int MOST_GENERATIONS = 10_000;

    private TimelineJson() {}

    /** @throws ProblemException with every fault */
    static Timeline read(JsonNode json) {
        Fields fields = Fields.of(json);
        fields.allowOnly(FIELDS);
        int current = fields.integer("current", 1, MOST_GENERATIONS);
        List<Fields> objects = fields.objects("generations");
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            drafts.add(Draft.read(objects.get(i), i));
        }
        fields.check();
        return timeline(drafts, current);
    }

    private static Timeline timeline(List<Draft> drafts, int current) {
        String field = "generations";
        try {
            List<Generation> generations = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                field = "generations[" + i + "]";
                generations.add(drafts.get(i).generation());
            }
            field = "generations";
            return new Timeline(generations, current);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput(
                    field, "contiguous generations numbered from 0, one of them current", e.getMessage());
        }
    }

    private record Draft(
            int index, @Nullable Instant from, @Nullable Instant until, List<String> models, List<String> profiles) {

        static Draft read(Fields fields, int position) {
            fields.allowOnly(GENERATION_FIELDS);
            Integer index = fields.optionalInteger("index", 0, MOST_GENERATIONS);
            return new Draft(
                    index == null ? position : index,
                    fields.optionalInstant("from"),
                    fields.optionalInstant("until"),
                    fields.texts("models"),
                    fields.texts("watermarkProfiles"));
        }

        Generation generation() {
            return new Generation(
                    index, from == null ? Instant.MIN : from, until == null ? Instant.MAX : until, models, profiles);
        }
    }

    static ObjectNode write(Timeline timeline) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("current", timeline.current());
        json.set("generations", generations(timeline));
        return json;
    }

    static ArrayNode generations(Timeline timeline) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Generation generation : timeline.generations()) {
            ObjectNode json = array.addObject().put("index", generation.index());
            if (!generation.from().equals(Instant.MIN)) {
                json.put("from", generation.from().toString());
            }
            if (!generation.until().equals(Instant.MAX)) {
                json.put("until", generation.until().toString());
            }
            generation.models().forEach(json.putArray("models")::add);
            generation.watermarkProfiles().forEach(json.putArray("watermarkProfiles")::add);
        }
        return array;
    }
}
