package io.scapa.curation.recipe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A YAML or JSON document with the line on which each field stands. JSON is read by a JSON parser, so that its errors
 * speak of JSON.
 *
 * @param root the document
 * @param lines line of each field path, such as {@code targets.alpha} or {@code items[2]}
 */
record LocatedTree(JsonNode root, Map<String, Integer> lines) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 50;

    /** Reads one document; a second one, a repeated field or broken syntax is a fault. */
    static LocatedTree read(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = factory(text).createParser(text)) {
            if (parser.nextToken() == null) {
                throw new RecipeException(List.of(new RecipeFault("", "a recipe", "an empty document", 1)));
            }
            JsonNode root = value(parser, "", lines);
            if (parser.nextToken() != null) {
                throw fault("one document", "more after its end", parser);
            }
            return new LocatedTree(root, lines);
        } catch (JsonProcessingException e) {
            Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
            throw new RecipeException(
                    List.of(new RecipeFault("", "well-formed YAML or JSON", firstLine(e.getOriginalMessage()), line)));
        } catch (IOException e) {
            throw new RecipeException(
                    List.of(new RecipeFault("", "readable text", String.valueOf(e.getMessage()), null)));
        }
    }

    /** The line of a field, or of the nearest one around it. */
    @Nullable
    Integer line(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    private static JsonFactory factory(String text) {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
        return text.stripLeading().startsWith("{")
                ? JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()
                : YAMLFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
    }

    private static JsonNode value(JsonParser parser, String path, Map<String, Integer> lines) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, lines);
            case START_ARRAY -> array(parser, path, lines);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw fault("a value", String.valueOf(parser.currentToken()), parser);
        };
    }

    private static ObjectNode object(JsonParser parser, String path, Map<String, Integer> lines) throws IOException {
        ObjectNode node = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String at = path.isEmpty() ? name : path + "." + name;
            lines.put(at, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            node.set(name, value(parser, at, lines));
        }
        return node;
    }

    private static ArrayNode array(JsonParser parser, String path, Map<String, Integer> lines) throws IOException {
        ArrayNode node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String at = path + "[" + node.size() + "]";
            lines.put(at, parser.currentTokenLocation().getLineNr());
            node.add(value(parser, at, lines));
        }
        return node;
    }

    private static RecipeException fault(String expectation, String got, JsonParser parser) {
        return new RecipeException(List.of(new RecipeFault(
                "", expectation, got, parser.currentTokenLocation().getLineNr())));
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "something else"
                : message.lines().findFirst().orElse("something else").strip();
    }
}
