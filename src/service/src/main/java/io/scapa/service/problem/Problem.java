package io.scapa.service.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 has it, with the fields at fault.
 *
 * @param status the HTTP status
 * @param kind a short name for programs, ending of {@code type}
 * @param title the kind in words
 * @param detail what happened here
 * @param faults every fault found, may be empty
 */
public record Problem(int status, String kind, String title, String detail, List<Fault> faults) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        faults = List.copyOf(faults);
    }

    /** The request's content is wrong. */
    public static Problem badInput(List<Fault> faults) {
        return new Problem(
                400,
                "bad-input",
                "The input is not as expected",
                faults.stream().map(Fault::words).collect(Collectors.joining("; ")),
                faults);
    }

    /** One field is wrong. */
    public static Problem badInput(@Nullable String field, String expectation, @Nullable String got) {
        return badInput(List.of(Fault.of(field, expectation, got)));
    }

    /** More than the limit. */
    public static Problem tooLarge(String what, long limit, String setting) {
        return new Problem(
                413,
                "too-large",
                "The input is too large",
                what + " is longer than " + limit + " bytes",
                List.of(Fault.of(null, "at most " + limit + " bytes (" + setting + ")", "more")));
    }

    /** Nothing is there. */
    public static Problem notFound(String what) {
        return new Problem(404, "not-found", "Not found", what, List.of());
    }

    /** What is there was erased. */
    public static Problem erased(String sha256) {
        return new Problem(410, "erased", "Erased", "the content " + sha256 + " was erased", List.of());
    }

    /** The request contradicts what is stored. */
    public static Problem conflict(String detail, List<Fault> faults) {
        return new Problem(409, "conflict", "Conflict", detail, faults);
    }

    /** Its JSON. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "urn:scapa:problem:" + kind)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!faults.isEmpty()) {
            put(json, faults.getFirst());
        }
        if (faults.size() > 1) {
            faults.forEach(fault -> put(json.withArray("faults").addObject(), fault));
        }
        return json;
    }

    private static void put(ObjectNode json, Fault fault) {
        if (fault.field() != null && !fault.field().isEmpty()) {
            json.put("field", fault.field());
        }
        if (fault.line() != null) {
            json.put("line", fault.line());
        }
        if (fault.expectation() != null) {
            json.put("expectation", fault.expectation());
        }
        if (fault.got() != null) {
            json.put("got", fault.got());
        }
    }

    /** The HTTP answer. */
    public Response toResponse() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(toJson().toString())
                .build();
    }
}
