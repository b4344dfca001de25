package io.scapa.text.token.hf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SentencePiece's compiled character map: a double-array trie (Aoe, 1989, in the layout of darts-clone) from UTF-8 to
 * offsets of replacement strings. Short grapheme clusters are looked up whole, longer ones by character.
 */
final class CharsMap implements TextNormalizer {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final int WHOLE_CLUSTER = 6;

    private final int[] units;
    private final byte[] replacements;

    private CharsMap(int[] units, byte[] replacements) {
        this.units = units;
        this.replacements = replacements;
    }

    static TextNormalizer read(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length == 0) {
            return TextNormalizer.NONE;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int size = buffer.getInt();
        if (size < 4 || size > buffer.remaining()) {
            throw new TokenizerFileException("tokenizer.json: the precompiled character map is cut short");
        }
        int[] units = new int[size / 4];
        buffer.asIntBuffer().get(units);
        byte[] replacements = java.util.Arrays.copyOfRange(bytes, 4 + size, bytes.length);
        return new CharsMap(units, replacements);
    }

    @Override
    public String apply(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Matcher clusters = GRAPHEME.matcher(text);
        while (clusters.find()) {
            String cluster = clusters.group();
            String whole =
                    cluster.getBytes(StandardCharsets.UTF_8).length < WHOLE_CLUSTER ? replacement(cluster) : null;
            if (whole != null) {
                out.append(whole);
            } else {
                cluster.codePoints().forEach(c -> {
                    String character = Character.toString(c);
                    String mapped = replacement(character);
                    out.append(mapped == null ? character : mapped);
                });
            }
        }
        return out.toString();
    }

    /** The replacement of the shortest known prefix, as the library has it. */
    private @Nullable String replacement(String chunk) {
        int node = offset(units[0]);
        for (byte b : chunk.getBytes(StandardCharsets.UTF_8)) {
            node ^= b & 0xFF;
            if (b == 0 || node >= units.length) {
                return null;
            }
            int unit = units[node];
            if ((unit & 0x800000FF) != (b & 0xFF)) {
                return null;
            }
            node ^= offset(unit);
            if ((unit >>> 8 & 1) == 1) {
                return stringAt(units[node] & 0x7FFFFFFF);
            }
        }
        return null;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & 1 << 9) >>> 6);
    }

    private String stringAt(int from) {
        int to = from;
        while (to < replacements.length && replacements[to] != 0) {
            to++;
        }
        return new String(replacements, from, to - from, StandardCharsets.UTF_8);
    }
}
