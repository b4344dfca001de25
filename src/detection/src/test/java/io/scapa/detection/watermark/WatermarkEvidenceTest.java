package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Evidence;
import io.scapa.text.token.Tokenizers;
import io.scapa.text.view.TextViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatermarkEvidenceTest {
    private static final String KEY = "15485863";

    private static WatermarkProfile profile(String name, String key) {
        return WatermarkProfile.of(
                name, "transformers-kgw", WatermarkKey.parse(key), Map.of(), "r50k_base", 50_257, Device.CPU);
    }

    /** Texts that transformers marked with the default profile. */
    private static List<JsonNode> marked() {
        return Goldens.cases("hf-detect-text.json").stream()
                .filter(one -> one.get("watermarked").asBoolean())
                .filter(one -> one.get("group").asText().equals("text-lefthash"))
                .filter(one -> one.get("config").get("hashing_key").asText().equals(KEY))
                .filter(one -> one.get("config").get("context_width").asInt() == 1)
                .toList();
    }

    @Test
    void findsTheMarkOfTheRightProfileAndTellsWhere() {
        assertThat(marked()).isNotEmpty();
        for (JsonNode one : marked()) {
            String text = one.get("text").asText();
            List<Evidence> evidence =
                    WatermarkEvidence.of(List.of(profile("right", KEY), profile("wrong", "77")), TextViews.of(text));
            assertThat(evidence).hasSize(2);
            Evidence right = evidence.get(0);
            assertThat(right.kind()).isEqualTo(Evidence.Kind.WATERMARK);
            assertThat(right.details()).containsEntry("profile", "right").containsEntry("finding", "FOUND");
            assertThat(right.details().get("scored"))
                    .isEqualTo(one.get("unique_ngrams").get("num_tokens_scored").asInt());
            assertThat(right.pValue()).isCloseTo(2 * (double) right.details().get("exactPValue"), within(1e-12));
            assertThat(right.logLikelihoodRatio()).isGreaterThan(5);
            assertThat(right.span()).isNotNull();
            assertThat(right.span().to()).isLessThanOrEqualTo(text.length());
            assertThat(right.span().length()).isGreaterThan(text.length() / 3);
            Evidence wrong = evidence.get(1);
            assertThat(wrong.details()).containsEntry("finding", "NOT_FOUND_WITH_THIS_PROFILE");
            assertThat(wrong.logLikelihoodRatio()).isBetween(-0.06, 0.5);
            assertThat(evidence.toString()).doesNotContain(KEY);
        }
    }

    @Test
    void countsTheOriginalViewAsAFurtherTestWhereItDiffers() {
        String text = marked().get(0).get("text").asText();
        Evidence same = WatermarkEvidence.of(List.of(profile("p", KEY)), TextViews.of(text))
                .get(0);
        Evidence hidden = WatermarkEvidence.of(
                        List.of(profile("p", KEY)), TextViews.of(text.substring(0, 40) + "\u200B" + text.substring(40)))
                .get(0);
        assertThat(hidden.details()).containsEntry("finding", "FOUND");
        assertThat(hidden.pValue()).isCloseTo(2 * (double) hidden.details().get("exactPValue"), within(1e-12));
        assertThat(same.pValue()).isEqualTo((double) same.details().get("exactPValue"));
    }

    @Test
    void aShortTextIsUndeterminedAndMovesNothing() {
        Evidence evidence = WatermarkEvidence.of(List.of(profile("p", KEY)), TextViews.of("Too short to tell."))
                .get(0);
        assertThat(evidence.details()).containsEntry("finding", "UNDETERMINED");
        assertThat(evidence.details().get("reason").toString()).contains("needs 50");
        assertThat(evidence.logLikelihoodRatio()).isNull();
        assertThat(WatermarkEvidence.of(List.of(), TextViews.of("x"))).isEmpty();
    }

    @Test
    void anUnknownTokenizerIsAnErrorAtRegistration() {
        WatermarkProfile profile =
                WatermarkProfile.of("llama", "tgi", WatermarkKey.of(5), Map.of(), "llama-3", 128_256, Device.CPU);
        assertThatThrownBy(() -> WatermarkEvidence.with(List.of(profile)))
                .isInstanceOf(WatermarkProfileException.class)
                .hasMessageContaining("tokenizer is 'llama-3'");
    }

    @Test
    void aHundredProfilesTokeniseTheTextOnce() {
        List<WatermarkProfile> profiles = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            profiles.add(WatermarkProfile.of(
                    "p" + i, "vllm-gumbel", WatermarkKey.of(i), Map.of(), "r50k_base", 50_257, Device.CPU));
        }
        int[] cuts = {0};
        WatermarkEvidence evidence = WatermarkEvidence.with(
                profiles, WatermarkOptions.STANDARD, name -> new CountingTokenizer(Tokenizers.named(name), cuts));
        assertThat(evidence.find(TextViews.of("one two three ".repeat(40)))).hasSize(100);
        assertThat(cuts[0]).isEqualTo(1);
    }
}
