package io.scapa.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.scapa.statistics.SeededStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merges against jtokkit's, on pieces that its pre-tokenizers leave whole. */
class ByteMergesTest {
    private static final String[] LETTERS = {
        "aeiou",
        "bcdfghklmnprst",
        "thesandingly",
        "\u00e9\u00fc\u00f1\u0153",
        "\u0430\u0435\u043e\u0438\u043d\u0442",
        "\u4e2d\u6587\u7684\u662f\u5728",
        "\u0643\u062a\u0628"
    };

    @ParameterizedTest
    @EnumSource(names = {"R50K_BASE", "P50K_BASE", "CL100K_BASE"})
    void mergesAreThoseOfTheEncoding(EncodingType type) {
        Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);
        ByteMerges merges =
                ByteMerges.of(encoding, Tokenizers.named(encoding.getName()).vocabularySize());
        RandomGenerator random = new SeededStreams(43).stream(type.name(), 0);
        for (int round = 0; round < 60_000; round++) {
            String piece = piece(random);
            int[] own = merges.encode("." + piece + ".", 1, 1 + piece.length());
            assertThat(merges.count("." + piece + ".", 1, 1 + piece.length())).isEqualTo(own == null ? -1 : own.length);
            if (own == null) {
                assertThat(piece.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hasSizeGreaterThan(128);
            } else {
                assertThat(own)
                        .as(piece)
                        .containsExactly(encoding.encodeOrdinary(piece).toArray());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"R50K_BASE", "CL100K_BASE"})
    void everyTokenOfLettersIsItself(EncodingType type) {
        Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);
        Tokenizer tokenizer = Tokenizers.named(encoding.getName());
        ByteMerges merges = ByteMerges.of(encoding, tokenizer.vocabularySize());
        int tried = 0;
        for (int id = 0; id < 50_000; id++) {
            String token = tokenizer.decode(new int[] {id});
            if (!token.isEmpty() && token.chars().allMatch(c -> c < 0x80)) {
                assertThat(merges.encode(token, 0, token.length())).containsExactly(id);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(30_000);
    }

    @ParameterizedTest
    @EnumSource(names = "CL100K_BASE")
    void whatItDoesNotMergeItLeaves(EncodingType type) {
        Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);
        ByteMerges merges = ByteMerges.of(encoding, 100_277);
        assertThat(merges.encode("x".repeat(200), 0, 200)).isNull();
        assertThat(merges.encode("\u4e2d".repeat(100), 0, 100)).isNull();
        assertThat(merges.encode("\ud83d\ude00", 0, 2)).isNull();
        assertThat(merges.encode("\ud83d", 0, 1)).isNull();
        assertThat(merges.encode("x".repeat(128), 0, 128))
                .containsExactly(encoding.encodeOrdinary("x".repeat(128)).toArray());
    }

    private static String piece(RandomGenerator random) {
        String letters = LETTERS[random.nextInt(LETTERS.length)];
        StringBuilder piece = new StringBuilder();
        int size = 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 14);
        for (int i = 0; i < size; i++) {
            piece.append(letters.charAt(random.nextInt(letters.length())));
        }
        return piece.toString();
    }
}
