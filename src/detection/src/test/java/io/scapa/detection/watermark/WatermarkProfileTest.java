package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatermarkProfileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "15485863";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
            {"parameters":{"gamma":1}}               | parameters.gamma is 1, expected a number in (0.0, 1.0)
            {"parameters":{"gamma":0}}               | parameters.gamma is 0, expected a number in (0.0, 1.0)
            {"parameters":{"gamma":"half"}}          | parameters.gamma is half, expected a number
            {"parameters":{"gama":0.5}}              | parameters.gama is 0.5, expected no such parameter
            {"parameters":{"contextWidth":1.5}}      | parameters.contextWidth is 1.5, expected an integer
            {"parameters":{"seedingScheme":"right"}} | parameters.seedingScheme is right, expected one of [lefthash, selfhash]
            {"vocabularySize":0}                     | vocabularySize is 0, expected the width of the model's logits
            {"vocabularySize":"many"}                | vocabularySize is "many"
            {"scheme":"kgv"}                         | scheme is 'kgv', expected one of [transformers-kgw
            {"scheme":7}                             | scheme is 7, expected a text
            {"device":"gpu"}                         | device is 'gpu'
            {"key":0}                                | key is outside that (not shown), expected one integer in [1,
            {"key":"99999999999999999999999"}        | key is no integer (not shown)
            {"key":[]}                               | key is out of range (not shown)
            {"key":[5,6]}                            | key is a list of 2 (not shown)
            {"key":-1}                               | key is outside that (not shown), expected one integer in [1,
            {"key":"99999999999999999999"}           | key is out
            {"vocabularySize":1}                     | vocabularySize is 1, expected the width of the model's logits
            {"vocabularySize":99999999}              | expected the width of the model's logits, 2 to 16777216
            {"parameters":{"gamma":-0.1}}            | parameters.gamma is -0.1, expected a number in (0.0, 1.0)
            {"keys":5}                               | keys is unknown
            {"tokenizer":""}                         | tokenizer is blank
            """)
    void aWrongFieldIsNamedWithItsValueAndWhatWasExpected(String change, String message) throws Exception {
        JsonNode json = JSON.readerForUpdating(profile()).readTree(change);
        assertThatThrownBy(() -> WatermarkProfileJson.read(json))
                .isInstanceOf(WatermarkProfileException.class)
                .hasMessageContaining(message)
                .satisfies(fault -> assertThat(fault.getMessage().replace("vocabularySize is 99999999", ""))
                        .doesNotContain("99999"));
    }

    private static JsonNode profile() throws Exception {
        return JSON.readTree("""
                {"name":"gpt2-test","scheme":"transformers-kgw","key":15485863,"parameters":{"gamma":0.25},
                 "tokenizer":"r50k_base","vocabularySize":50257}
                """);
    }

    @Test
    void theKeyIsKeptButNeverShown() throws Exception {
        WatermarkProfile profile = WatermarkProfileJson.read(profile());
        assertThat(profile.toString()).doesNotContain(SECRET);
        assertThat(profile.key().toString()).doesNotContain(SECRET);
        assertThat(WatermarkProfileJson.answer(profile).toString())
                .doesNotContain(SECRET)
                .contains("gpt2-test");
        assertThat(WatermarkProfileJson.read(WatermarkProfileJson.secret(profile)))
                .isEqualTo(profile);
    }

    @Test
    void everyFieldSurvivesTheWayThroughJson() {
        WatermarkProfile profile = WatermarkProfile.of(
                "mine",
                "synthid-transformers",
                WatermarkKey.parse("654, -400, 836"),
                Map.of("ngramLength", 4, "samplingTableSeed", 7),
                "cl100k_base",
                100_352,
                Device.CPU);
        assertThat(WatermarkProfileJson.read(WatermarkProfileJson.secret(profile)))
                .isEqualTo(profile);
        WatermarkProfile cuda = WatermarkProfile.of(
                "gpu", "tgi", WatermarkKey.of(5), Map.of("gamma", 0.5), "r50k_base", 50_272, Device.parse("cuda:h100"));
        assertThat(WatermarkProfileJson.read(WatermarkProfileJson.secret(cuda))).isEqualTo(cuda);
    }

    @Test
    void twoProfilesOfOneNameAreRefused() throws Exception {
        JsonNode twice = JSON.createArrayNode().add(profile()).add(profile());
        assertThatThrownBy(() -> WatermarkProfileJson.readAll(twice)).hasMessageContaining("there twice");
        assertThat(WatermarkProfileJson.readAll(profile())).hasSize(1);
    }

    @Test
    void everySchemeHasAnAnswerToItsDefaults() {
        for (WatermarkScheme scheme : WatermarkSchemes.all()) {
            WatermarkDetector detector =
                    new WatermarkDetector(Profiles.of(scheme.name(), SECRET, Map.of()), WatermarkOptions.STANDARD);
            WatermarkResult none = detector.test(new int[0]);
            assertThat(none.undetermined()).as(scheme.name()).contains("0 distinct positions");
            assertThat(detector.test(new int[] {5}).undetermined())
                    .as(scheme.name() + " on a text shorter than its context")
                    .contains("distinct positions can be scored, a verdict needs 50");
            assertThat(detector.test(new int[] {5, -1}).undetermined()).contains("token -1 at index 1 is outside");
            WatermarkResult brief = detector.test(new int[] {5, 6, 7, 8, 9, 10, 11, 12});
            assertThat(brief.undetermined()).as(scheme.name()).contains("needs 50");
            WatermarkResult foreign = detector.test(new int[] {5, 50_257});
            assertThat(foreign.undetermined())
                    .isEqualTo("token 50257 at index 1 is outside the profile's vocabulary of 50257");
            assertThat(scheme.description()).isNotBlank();
        }
        assertThat(WatermarkSchemes.names()).doesNotHaveDuplicates();
        assertThatThrownBy(() -> WatermarkSchemes.named("none")).hasMessageContaining("transformers-kgw");
    }

    @Test
    void aDeviceIsReadAndWritten() {
        for (String device : List.of("cpu", "cuda(132,2048)", "cuda(40,1024,torch<2.7)")) {
            assertThat(Device.parse(device)).hasToString(device);
        }
        assertThatThrownBy(() -> Device.parse("cuda:abacus")).hasMessageContaining("h100");
        assertThatThrownBy(() -> Device.parse("cuda(0,2048)")).hasMessageContaining("1 to 1024");
    }
}
