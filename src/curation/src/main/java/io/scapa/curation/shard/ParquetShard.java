package io.scapa.curation.shard;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * Writes lines of a shard as rows of Parquet, compressed by Snappy. Columns are the fields of {@link ShardLine}; attributes that have no
 * column of their own stand as one JSON text in {@code attributes}. The bytes depend on the lines alone.
 */
final class ParquetShard implements AutoCloseable {
    private static final String OTHERS = "attributes";

    private static final MessageType SCHEMA = schema();

    private final ParquetWriter<JsonNode> writer;

    ParquetShard(Path file) throws IOException {
        writer = ParquetWriter.writeFile(SCHEMA, file.toFile(), ParquetShard::row);
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String name : new String[] {"id", "text", "source"}) {
            schema.required(BINARY).as(stringType()).named(name);
        }
        for (String name :
                new String[] {"language", "uri", "license", "generator", "published_at", "original_sha256", OTHERS}) {
            schema.optional(BINARY).as(stringType()).named(name);
        }
        schema.required(INT32).named("tokens");
        schema.required(BINARY).as(stringType()).named("pool");
        for (String name : new String[] {"alpha", "beta", "gamma", "eta", "p_synthetic"}) {
            schema.required(DOUBLE).named(name);
        }
        for (String name : new String[] {"content_sha256", "release", "provenance"}) {
            schema.required(BINARY).as(stringType()).named(name);
        }
        schema.optional(INT32).named("epoch");
        return schema.named("document");
    }

    /** Writes a line of JSON. */
    void write(byte[] line) throws IOException {
        writer.write(Json.mapper().readTree(line));
    }

    private static void row(JsonNode line, ValueWriter values) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        for (Iterator<Map.Entry<String, JsonNode>> fields = line.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode value = field.getValue();
            boolean own =
                    SCHEMA.containsField(field.getKey()) && !field.getKey().equals(OTHERS);
            if (!own) {
                others.set(field.getKey(), value);
            } else if (!value.isNull()) {
                values.write(field.getKey(), value(field.getKey(), value));
            }
        }
        if (!others.isEmpty()) {
            values.write(OTHERS, others.toString());
        }
    }

    private static Object value(String name, JsonNode value) {
        return switch (SCHEMA.getType(name).asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> (Object) value.intValue();
            case DOUBLE -> value.doubleValue();
            default -> value.isTextual() ? value.textValue() : value.toString();
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
