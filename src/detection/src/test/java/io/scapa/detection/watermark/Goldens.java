package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Reads the golden vectors: whatever cases a file holds. */
public final class Goldens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Goldens() {}

    /** The header and the cases of a golden file; skips the test loudly where the folder is absent. */
    public static JsonNode file(String name) {
        try {
            return JSON.readTree(
                    SharedFolder.require("watermark-goldens/" + name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of a file: at least one. */
    public static List<JsonNode> cases(String name) {
        List<JsonNode> cases = new ArrayList<>();
        file(name).get("cases").forEach(cases::add);
        assertThat(cases).as("cases of " + name).isNotEmpty();
        return cases;
    }

    /** A 64-bit integer written as a decimal string, signed or unsigned. */
    public static long bits(JsonNode node) {
        return new java.math.BigInteger(node.asText()).longValue();
    }

    /** An array of integers. */
    public static int[] ints(JsonNode node) {
        return IntStream.range(0, node.size()).map(i -> node.get(i).asInt()).toArray();
    }

    /** An array of floating-point numbers. */
    public static double[] doubles(JsonNode node) {
        return IntStream.range(0, node.size())
                .mapToDouble(i -> node.get(i).asDouble())
                .toArray();
    }

    /** A short name for messages. */
    public static String label(JsonNode one) {
        return one.path("id").asText(one.path("group").asText()) + " " + one.path("config");
    }

    /** SHA-256 over little-endian 64-bit integers. */
    public static String sha256OfLongs(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putLong(value);
        }
        return sha256(bytes.array());
    }

    /** SHA-256 over little-endian 64-bit integers. */
    public static String sha256OfLongs(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        LongConsumer put = bytes::putLong;
        java.util.Arrays.stream(values).forEach(put);
        return sha256(bytes.array());
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
