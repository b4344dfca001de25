package io.scapa.curation.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.curation.Candidate;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.Pool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a shard: the text, what is known of its origin, and where that is written down.
 *
 * <pre>{"id", "text", "source", "language", attributes..., "tokens", "pool", "alpha", "beta", "gamma", "eta",
 * "p_synthetic", "content_sha256", "release", "provenance", "epoch"}</pre>
 *
 * The four pool probabilities are whole millionths that sum to 1 exactly. {@code epoch} stands only where documents repeat.
 */
public final class ShardLine {
    /** Fields that attributes must not overwrite. */
    private static final java.util.Set<String> OWN = java.util.Set.of(
            "id",
            "text",
            "source",
            "language",
            "tokens",
            "pool",
            "alpha",
            "beta",
            "gamma",
            "eta",
            "p_synthetic",
            "content_sha256",
            "release",
            "provenance",
            "epoch");

    private final ObjectMapper mapper;
    private final JsonFactory factory;
    private final CandidateTable table;
    private final boolean epochs;

    /**
     * Lines for a table.
     *
     * @param mapper writes attribute values
     * @param table holds the probabilities
     * @param epochs whether lines say which pass they belong to
     */
    public ShardLine(ObjectMapper mapper, CandidateTable table, boolean epochs) {
        this.mapper = mapper;
        this.factory = mapper.getFactory();
        this.table = table;
        this.epochs = epochs;
    }

    /** The line in UTF-8 with its line end. */
    public byte[] bytes(Candidate candidate, String text, int row, int pass) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 512);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setCodec(mapper);
            json.writeStartObject();
            json.writeStringField("id", candidate.id());
            json.writeStringField("text", text);
            json.writeStringField("source", candidate.source());
            if (candidate.language() != null) {
                json.writeStringField("language", candidate.language());
            }
            for (Map.Entry<String, Object> attribute : new TreeMap<>(candidate.attributes()).entrySet()) {
                String name = OWN.contains(attribute.getKey()) ? "x_" + attribute.getKey() : attribute.getKey();
                json.writeObjectField(name, attribute.getValue());
            }
            facts(candidate, row, json);
            if (epochs) {
                json.writeNumberField("epoch", pass + 1);
            }
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private void facts(Candidate candidate, int row, JsonGenerator json) throws IOException {
        json.writeNumberField("tokens", table.tokens(row));
        json.writeStringField("pool", table.cellKey(table.cell(row)).pool().symbol());
        for (Pool pool : Pool.values()) {
            json.writeNumberField(pool.symbol(), Millionths.toProbability(table.pool(row, pool)));
        }
        json.writeNumberField("p_synthetic", Millionths.toProbability(Millionths.of(candidate.pSynthetic())));
        json.writeStringField("content_sha256", candidate.contentSha256().hex());
        json.writeStringField("release", candidate.release());
        json.writeStringField(
                "provenance", "urn:scapa:content:" + candidate.contentSha256().hex());
    }
}
