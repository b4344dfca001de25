package io.scapa.curation.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.plan.Strata;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.text.token.Tokenizer;
import java.util.function.Consumer;

/**
 * What a line of a shard says, after each statement that its text can prove was proved.
 *
 * @param id the document's id
 * @param strata what places it in a stratum
 * @param tokens its length
 * @param pool the pool that it is listed under
 * @param pools millionths
 * @param epoch which pass, from 1
 */
record LineFacts(String id, Strata.Facts strata, int tokens, Pool pool, int[] pools, int epoch) {
    /** Reads a line; faults go to the listener. */
    static LineFacts of(JsonNode line, Tokenizer tokenizer, Consumer<String> faults) {
        String id = text(line, "id", faults);
        String text = text(line, "text", faults);
        String hash = text(line, "content_sha256", faults);
        if (!ContentHash.ofCleanText(text).hex().equals(hash)) {
            faults.accept("content_sha256 is not that of the text");
        }
        if (!text(line, "provenance", faults).equals("urn:scapa:content:" + hash)) {
            faults.accept("provenance does not point to the content");
        }
        int tokens = line.path("tokens").asInt(-1);
        int counted = tokenizer.count(text);
        if (tokens != counted) {
            faults.accept("tokens is " + tokens + ", counted again " + counted);
        }
        int[] pools = pools(line, faults);
        Pool pool = Millionths.mostProbable(pools);
        if (!text(line, "pool", faults).equals(pool.symbol())) {
            faults.accept("pool is '" + line.path("pool").asText() + "', the probabilities say " + pool.symbol());
        }
        return new LineFacts(
                id,
                strata(line, faults),
                tokens,
                pool,
                pools,
                line.path("epoch").asInt(1));
    }

    private static Strata.Facts strata(JsonNode line, Consumer<String> faults) {
        return new Strata.Facts(
                text(line, "source", faults),
                line.path("language").textValue(),
                line.path("uri").textValue(),
                line.path("published_at").textValue());
    }

    private static int[] pools(JsonNode line, Consumer<String> faults) {
        int[] pools = new int[Pool.values().length];
        int sum = 0;
        for (Pool pool : Pool.values()) {
            JsonNode value = line.path(pool.symbol());
            if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
                faults.accept(pool.symbol() + " is no probability: " + value);
            }
            pools[pool.ordinal()] = Millionths.of(value.asDouble());
            sum += pools[pool.ordinal()];
        }
        if (sum != Millionths.ONE) {
            faults.accept("the pool probabilities sum to " + Millionths.toProbability(sum));
        }
        return pools;
    }

    private static String text(JsonNode line, String field, Consumer<String> faults) {
        JsonNode value = line.path(field);
        if (!value.isTextual()) {
            faults.accept(field + " is missing");
        }
        return value.asText("");
    }
}
