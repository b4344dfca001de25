package io.scapa.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.detection.training.LabelledDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    @Test
    void everyTextIsJudgedOnceByWhatSawNeitherItsSourceNorItsPrompt() {
        List<LabelledDocument> documents = documents();

        List<LeftOut> parts = LeftOut.groups(documents);

        assertThat(parts.stream().flatMap(p -> p.judged().stream())).containsExactlyInAnyOrderElementsOf(documents);
        for (LeftOut part : parts) {
            Set<String> sources =
                    part.judged().stream().map(LabelledDocument::source).collect(Collectors.toSet());
            Set<String> prompts =
                    part.judged().stream().map(LabelledDocument::group).collect(Collectors.toSet());
            assertThat(part.training())
                    .isNotEmpty()
                    .noneMatch(d -> sources.contains(d.source()) || prompts.contains(d.group()));
        }
    }

    @Test
    void aFamilyLeftOutIsInNoTrainingAndAllHeldOutHumansJudgeIt() {
        List<LabelledDocument> documents = documents();

        List<LeftOut> parts = LeftOut.families(documents, documents);

        assertThat(parts).extracting(LeftOut::name).containsExactly("claude", "gpt");
        LeftOut claude = parts.getFirst();
        assertThat(claude.training()).noneMatch(d -> d.model().startsWith("claude"));
        assertThat(claude.judged().stream().filter(LabelledDocument::synthetic))
                .hasSize(120)
                .allMatch(d -> d.model().startsWith("claude"));
        assertThat(claude.judged().stream().filter(d -> !d.synthetic())).hasSize(240);
    }

    @Test
    void namesTellTheirFamily() {
        assertThat(List.of(
                        "gpt-4o",
                        "GPT4",
                        "gpt2-xl",
                        "text-davinci-003",
                        "claude-3-opus",
                        "bard",
                        "Mixtral-8x22b",
                        "house-model"))
                .extracting(ModelFamily::of)
                .containsExactly("gpt", "gpt", "open-base", "gpt-3", "claude", "gemini", "mistral", "unknown");
    }

    @Test
    void attacksTouchCleanSyntheticTextOnly() {
        Judge judge = new Judge(Assessors.shipped(AssessorOptions.standard()));
        Attacks attacks = new Attacks(NamedAttack.named(List.of("zero-width", "misspelling")), 1);
        Set<Integer> scored = new HashSet<>();
        for (LabelledDocument document : documents().subList(0, 12)) {
            double[] scores = attacks.scores(document, judge);
            assertThat(scores).hasSize(document.synthetic() ? 2 : 0);
            JudgedText judged = judge.judge(document, 0);
            attacks.add(judged, scores);
            if (document.synthetic()) {
                assertThat(scores[0]).isEqualTo(judged.score());
                scored.add(scored.size());
            }
        }
        assertThat(attacks.gathered()).extracting(AttackScores::attack).containsExactly("zero-width", "misspelling");
        assertThat(attacks.gathered().getFirst().clean()).hasSize(scored.size());
    }

    private static List<LabelledDocument> documents() {
        List<LabelledDocument> documents = new ArrayList<>();
        for (int i = 0; i < 480; i++) {
            boolean synthetic = i % 2 == 1;
            String model = !synthetic ? "human" : i % 4 == 1 ? "gpt-4" : "claude-3-opus";
            documents.add(new LabelledDocument(
                    "d" + i,
                    "The old harbour was quiet and nobody said a word about the boat or the weather, text " + i + ".",
                    synthetic,
                    model,
                    "prose",
                    "en",
                    null,
                    "source" + i % 5,
                    "CC0-1.0",
                    "prompt" + i % 97,
                    "train"));
        }
        return documents;
    }
}
