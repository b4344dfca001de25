package io.scapa.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.CliRun;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.detection.watermark.WatermarkDetector;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkProfileJson;
import io.scapa.provenance.Pool;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemoPartsTest {
    @Test
    void sectionsKeepWholeSentencesAndLeaveOutAShortRest() {
        String sentence = "One two three four five six seven eight nine ten. ";

        List<String> sections = SotuCorpus.sections(sentence.repeat(50));

        assertThat(sections).hasSize(2).allSatisfy(section -> {
            assertThat(section).endsWith("ten.").startsWith("One");
            assertThat(section.split("\\s+")).hasSize(240);
        });
        assertThat(SotuCorpus.sections(sentence.repeat(30)))
                .hasSize(2)
                .last()
                .satisfies(rest -> assertThat(rest.split("\\s+")).hasSize(60));
        assertThat(SotuCorpus.sections("Too short.")).isEmpty();
    }

    @Test
    void theMarkedModelsTextIsFoundByTheProfileThatTheServiceGets() {
        MarkedModel model = new MarkedModel(someTexts(), 7);
        WatermarkProfile profile = WatermarkProfileJson.read(MarkedModel.profileJson());

        String marked = model.write(3, 260);

        int[] tokens = Tokenizers.named(profile.tokenizer()).encode(marked);
        assertThat(WatermarkDetector.test(profile, tokens).pValue()).isLessThan(1e-6);
        assertThat(model.write(3, 260)).isEqualTo(marked);
        assertThat(model.write(4, 260)).isNotEqualTo(marked);
    }

    @Test
    void halfOfAllAsksForTheMixtureInWhichTheDocumentsCame() {
        IngestTally tally = new IngestTally();
        tally.answer("a", answer(300, 0.1, 0.2, 0.3, 0.4));
        tally.answer("b", answer(100, 1, 0, 0, 0));

        Recipe recipe = RecipeReader.read(HalfOfAll.recipe(tally));

        assertThat(recipe.tokens()).isEqualTo(200);
        assertThat(recipe.targets().of(Pool.CURRENT_MODEL).share()).isEqualTo(0.325);
        assertThat(recipe.targets().of(Pool.ORIGINAL_HUMAN).share()).isEqualTo(0.225);
    }

    @Test
    void theTallyCountsVerdictsMarksAndRejectedLines() {
        IngestTally tally = new IngestTally();
        ObjectNode marked = answer(10, 1, 0, 0, 0);
        marked.putArray("evidence").addObject().put("kind", "WATERMARK").put("pValue", 1e-9);
        tally.answer("a", marked);
        tally.answer("a", answer(10, 0, 0, 1, 0).put("status", "known"));
        tally.answer(
                "b",
                Json.mapper()
                        .createObjectNode()
                        .put("status", "rejected")
                        .set("problem", Json.mapper().createObjectNode().put("detail", "a text is expected")));

        assertThat(tally.documents()).isEqualTo(2);
        assertThat(tally.known()).isEqualTo(1);
        assertThat(tally.rejected()).isEqualTo(1);
        assertThat(tally.faults()).containsExactly("b: a text is expected");
        assertThat(tally.table().toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .containsPattern("a +2 +0 +2 .* 1$");
    }

    @Test
    void aMissingFileOfDocumentsIsNamed() {
        CliRun run = CliRun.of("demo", "--documents", "no-such-file.jsonl");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no-such-file.jsonl");
    }

    private static ObjectNode answer(int tokens, double alpha, double beta, double gamma, double eta) {
        ObjectNode answer =
                Json.mapper().createObjectNode().put("status", "created").put("tokens", tokens);
        answer.putObject("synthetic").put("probability", alpha).put("verdict", "SYNTHETIC");
        answer.putObject("provenance")
                .putObject("pools")
                .put("alpha", alpha)
                .put("beta", beta)
                .put("gamma", gamma)
                .put("eta", eta);
        return answer;
    }

    private static List<String> someTexts() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> words = List.of(
                "the",
                "state",
                "of",
                "our",
                "union",
                "and",
                "people",
                "law",
                "peace",
                "trade",
                "has",
                "grown",
                "year",
                "public",
                "debt",
                "with",
                "commerce",
                "nations",
                "river",
                "army",
                "treaty",
                "land",
                "labor",
                "tariff",
                "bank",
                "war");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder("The");
            for (int k = 0; k < 150; k++) {
                text.append(' ').append(words.get(random.nextInt(words.size())));
            }
            texts.add(text.append('.').toString());
        }
        return texts;
    }
}
