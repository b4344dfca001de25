package io.scapa.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import io.scapa.statistics.SeededStreams;
import io.scapa.testing.SharedFolder;
import io.scapa.text.io.Compression;
import io.scapa.text.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces against the published patterns, tokens against jtokkit's own. */
class PiecewiseTokenizerTest {
    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    private static final String WHITE_SPACE =
            "[\\t-\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]";
    private static final Pattern GPT2 =
            pattern("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");
    private static final Pattern GPT4 = pattern(
            "(?:'[sS\u017F]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])"
                    + "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+");
    private static final String[] PIECES = {
        "the",
        " quick",
        "A",
        "b",
        "fox's",
        "'S",
        "'LL",
        "'ll",
        "'rE",
        "'x",
        "'",
        "\u2019t",
        "\u017F",
        "'\u017F",
        ",",
        ".",
        "!!",
        "\n",
        "\r",
        "\r\n",
        " ",
        "  ",
        "\t",
        "\u00A0",
        "\u3000",
        "\u2028",
        "\u0085",
        "\u000B",
        "1",
        "23",
        "4567",
        "\u0663",
        "\u00BD",
        "\u2160",
        "\uD835\uDFCE",
        "\u00E9",
        "e\u0301",
        "\u4E2D\u6587",
        "\uFF0C",
        "\u0130",
        "\u01C5",
        "\u02B0",
        "\uD83D\uDE00",
        "\uD801\uDC00",
        "\uD800",
        "\uDC00",
        "{x=1;}",
        "<|endoftext|>",
        "\u200B",
        "\u0000",
        "\uE000",
        "_",
        "\u180E",
        "\u0903"
    };

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt4"})
    void piecesAreThoseOfThePattern(String which) {
        PieceCutter cutter = which.equals("gpt2") ? PieceCutters.gpt2() : PieceCutters.gpt4();
        Pattern pattern = which.equals("gpt2") ? GPT2 : GPT4;
        RandomGenerator random = new SeededStreams(41).stream(which, 0);
        for (int round = 0; round < 100_000; round++) {
            String text = text(random, 1 + random.nextInt(8));
            Matcher matcher = pattern.matcher(text);
            for (int from = 0; from < text.length(); ) {
                assertThat(matcher.find(from)).isTrue();
                int end = cutter.end(text, from);
                if (matcher.start() != from || matcher.end() != end) {
                    assertThat(text.substring(from, end))
                            .as("in %s", escape(text))
                            .isEqualTo(matcher.group());
                }
                from = end;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"R50K_BASE", "P50K_BASE", "CL100K_BASE"})
    void tokensOfRandomTextAreThoseOfTheEncoding(String type) {
        RandomGenerator random = new SeededStreams(42).stream(type, 0);
        String[] texts = IntStream.range(0, 30_000)
                .mapToObj(i -> text(random, 1 + random.nextInt(10)))
                .toArray(String[]::new);
        assertSame(type, List.of(texts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R50K_BASE", "CL100K_BASE"})
    void tokensOfTheCorporaAreThoseOfTheEncoding(String type) throws IOException {
        for (String corpus : List.of("m4_multilingual", "imbd_multilingual", "lastde_zh", "arena_hard", "seqxgpt")) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Compression.open(SharedFolder.require("corpora/" + corpus + ".jsonl.gz")),
                    StandardCharsets.UTF_8))) {
                assertSame(
                        type,
                        lines.lines()
                                .limit(1000)
                                .map(PiecewiseTokenizerTest::textOf)
                                .toList());
            }
        }
    }

    private static void assertSame(String type, List<String> texts) {
        Encoding encoding = REGISTRY.getEncoding(EncodingType.valueOf(type));
        Tokenizer tokenizer = Tokenizers.named(encoding.getName());
        assertThat(texts).isNotEmpty();
        for (String text : texts) {
            int[] expected = encoding.encodeOrdinary(wellFormed(text)).toArray();
            if (!Arrays.equals(tokenizer.encode(text), expected) || tokenizer.count(text) != expected.length) {
                assertThat(tokenizer.encode(text)).as(escape(text)).containsExactly(expected);
                assertThat(tokenizer.count(text)).as(escape(text)).isEqualTo(expected.length);
            }
        }
    }

    private static String textOf(String line) {
        try {
            JsonNode node = Json.mapper().readTree(line);
            return node.get("text").textValue();
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static String wellFormed(String text) {
        int[] codePoints = text.codePoints()
                .map(c -> c >= 0xD800 && c < 0xE000 ? 0xFFFD : c)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    private static String text(RandomGenerator random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static Pattern pattern(String published) {
        String space = WHITE_SPACE.substring(1, WHITE_SPACE.length() - 1);
        return Pattern.compile(published
                .replace("[^\\s", "[^" + space)
                .replace("\\S", "[^" + space + "]")
                .replace("\\s", WHITE_SPACE));
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(c -> escaped.append(c > 0x20 && c < 0x7F ? String.valueOf((char) c) : "\\u%04X".formatted(c)));
        return escaped.toString();
    }
}
