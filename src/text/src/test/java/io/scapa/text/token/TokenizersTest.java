package io.scapa.text.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.scapa.statistics.SeededStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizersTest {
    private static final String[] PIECES = {
        "the",
        " quick",
        " brown",
        "fox's",
        " don\u2019t",
        ", ",
        ". ",
        "\n\n",
        "  ",
        "\t",
        " 1234",
        "5",
        " Straße",
        "中文，字",
        "。",
        " Привет",
        " \uD83D\uDE00",
        "e\u0301",
        "{x=1;}",
        " <|endoftext|>",
        "!!!",
        " 'll",
        "'re",
        "\r\n",
        "\u00A0"
    };

    @ParameterizedTest
    @ValueSource(strings = {"r50k_base", "p50k_base", "p50k_edit", "cl100k_base", "o200k_base", "gpt2"})
    void encodingCountingAndDecodingAgree(String name) {
        Tokenizer tokenizer = Tokenizers.named(name);
        String text = "Hello, world! Γειά σου κόσμε. 你好 \uD83D\uDE00\n\n  if (x) { return 1234; }";
        int[] tokens = tokenizer.encode(text);
        assertThat(tokens).isNotEmpty();
        assertThat(Arrays.stream(tokens)).allMatch(token -> token >= 0 && token < tokenizer.vocabularySize());
        assertThat(tokenizer.count(text)).isEqualTo(tokens.length);
        assertThat(tokenizer.decode(tokens)).isEqualTo(text);
        assertThat(tokenizer.count("")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r50k_base", "cl100k_base", "o200k_base"})
    void theVocabularyEndsWhereItSays(String name) {
        Tokenizer tokenizer = Tokenizers.named(name);
        assertThat(tokenizer.decode(new int[] {tokenizer.vocabularySize() - 1})).startsWith("<|");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokenizer.decode(new int[] {tokenizer.vocabularySize()}))
                .withMessageContaining(String.valueOf(tokenizer.vocabularySize()));
        assertThatIllegalArgumentException().isThrownBy(() -> tokenizer.decode(new int[] {-1}));
    }

    @Test
    void whatLooksLikeASpecialTokenIsOrdinaryText() {
        Tokenizer tokenizer = Tokenizers.named("cl100k_base");
        assertThat(tokenizer.decode(tokenizer.encode("a<|endoftext|>b"))).isEqualTo("a<|endoftext|>b");
        assertThat(tokenizer.encode("<|endoftext|>").length).isGreaterThan(1);
    }

    @Test
    void anUnknownNameListsTheKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tokenizers.named("gpt5"))
                .withMessageContaining("gpt5")
                .withMessageContaining("cl100k_base")
                .withMessageContaining("r50k_base");
        assertThat(Tokenizers.named("gpt2").name()).isEqualTo("r50k_base");
    }

    /** Chunks must not change tokens: against jtokkit over the whole text. */
    @ParameterizedTest
    @ValueSource(strings = {"R50K_BASE", "P50K_BASE", "CL100K_BASE", "O200K_BASE"})
    void longTextsHaveTheTokensOfTheWhole(String type) {
        Encoding whole = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.valueOf(type));
        Tokenizer chunked = Tokenizers.named(whole.getName());
        RandomGenerator random = new SeededStreams(5).stream(type, 0);
        for (int round = 0; round < 3; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 5 * BytePairTokenizer.CHUNK) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            int[] expected = whole.encodeOrdinary(text.toString()).toArray();
            assertThat(Arrays.equals(chunked.encode(text.toString()), expected)).isTrue();
            assertThat(chunked.count(text.toString())).isEqualTo(expected.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r50k_base", "cl100k_base", "o200k_base"})
    void tenMegabytesOfOneCharacterDoNotHang(String name) {
        Tokenizer tokenizer = Tokenizers.named(name);
        for (String unit : new String[] {"a", " ", "\uD83D\uDE00"}) {
            String text = unit.repeat(10_000_000 / unit.length());
            int count = tokenizer.count(text);
            assertThat(count).isBetween(text.length() / 200, text.length());
        }
        String mixed = "ab".repeat(1_000_000);
        assertThat(tokenizer.decode(tokenizer.encode(mixed))).isEqualTo(mixed);
    }
}
