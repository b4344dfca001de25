package io.scapa.text.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one way to read and write JSON and YAML: records by their components, dates as ISO 8601, nulls left out, unknown
 * fields of a record refused, one value a text. Strings may be as long as a line may be; nesting stays limited.
 */
public final class Json {
    private static final int LONGEST_STRING = 1 << 29;
    private static final JsonMapper JSON =
            configured(JsonMapper.builder(factory())).build();
    private static final int SHOWN = 60;

    private Json() {}

    /** The mapper for JSON. Share it, never configure it. */
    public static ObjectMapper mapper() {
        return JSON;
    }

    /** The mapper for YAML: refuses a key that stands twice, and limits what aliases may expand to. */
    public static ObjectMapper yaml() {
        return Yaml.MAPPER;
    }

    /** A value as a message shows it: cut to a readable length. */
    public static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_STRING)
                        .build())
                .build();
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configured(B builder) {
        return builder.addModule(new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
    }

    /** Apart, so that commands that read no YAML do not load it. */
    private static final class Yaml {
        private static final YAMLMapper MAPPER = configured(
                        YAMLMapper.builder(new YAMLFactory()).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION))
                .build();
    }
}
