package io.scapa.detection.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.features.FeatureText;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackTest {
    private static final String TEXT =
            "In 1999, the colour of an old programme was analysed. It was a nice place! We organize the traveled behaviours. "
                            .repeat(6)
                    + "\n\nA new paragraph, the last.";

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(8);
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void changesTheTextByTheSeedAlone(Attack attack) {
        String attacked = attack.apply(TEXT, random());
        assertThat(attacked).isNotEqualTo(TEXT).isEqualTo(attack.apply(TEXT, random()));
        assertThat(attack.apply("", random())).isEmpty();
        assertThat(attack.apply("\ud83d\ude00 x", random()).codePoints()).allMatch(c -> !(c >= 0xd800 && c < 0xe000));
    }

    @ParameterizedTest
    @EnumSource(
            value = Attack.class,
            names = {"HOMOGLYPH", "ZERO_WIDTH", "NUMBER_SWAP"})
    void whatFoldingUndoesReachesNoFeature(Attack attack) {
        assertThat(canonical(attack.apply(TEXT, random()))).isEqualTo(canonical(TEXT));
    }

    @Test
    void aWindowIsAStretchOfTheText() {
        String window = Layout.window(TEXT, 20, 30, random());
        assertThat(TEXT).contains(window);
        assertThat(window.split("\\s+")).hasSizeBetween(20, 30);
        assertThat(Layout.window("too short", 20, 30, random())).isEqualTo("too short");
    }

    @Test
    void otherSpellingsGoBothWays() {
        assertThat(Attack.ALTERNATIVE_SPELLING.apply("colour organized theater", random()))
                .isEqualTo("color organised theatre");
    }

    private static String canonical(String text) {
        FeatureText read = new FeatureText();
        read.read(text, 100_000);
        return new String(read.canonical(), 0, read.length());
    }
}
