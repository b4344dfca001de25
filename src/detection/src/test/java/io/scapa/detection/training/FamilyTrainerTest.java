package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.attribution.Attribution;
import io.scapa.detection.attribution.FamilyModel;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** On made-up families with habits of their own: what is learnt, what stays unknown, what is not learnt at all. */
class FamilyTrainerTest {
    private static final String[] COMMON =
            "the a of and in to was is for with that on it as by at from this which one when over".split(" ");
    private static final Map<String, String[]> HABITS = Map.of(
            "gpt-4o", "crucial delve tapestry overall notably".split(" "),
            "llama-2-70b", "great important helpful safe sure".split(" "),
            "claude-3-opus", "nuance perhaps thoughtful indeed rather".split(" "),
            "mistral-7b", "basically additionally finally firstly simply".split(" "));
    private static final TrainerOptions OPTIONS =
            TrainerOptions.standard().withRelease("families").withLeastDocuments(3);

    private final List<LabelledDocument> learnt = documents("train", 360, "gpt-4o", "llama-2-70b", "claude-3-opus");

    private static List<LabelledDocument> documents(String split, int each, String... models) {
        List<LabelledDocument> documents = new ArrayList<>();
        for (String model : models) {
            SplittableRandom random = new SplittableRandom((split + model).hashCode());
            for (int i = 0; i < each; i++) {
                documents.add(new LabelledDocument(
                        split + model + i,
                        text(HABITS.get(model), random),
                        true,
                        model,
                        "prose",
                        "en",
                        null,
                        "source" + i % 6,
                        "CC0-1.0",
                        split + "-prompt-" + i,
                        split));
            }
        }
        return documents;
    }

    private static String text(String[] habits, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < 80; w++) {
            String[] from = random.nextInt(8) == 0 ? habits : COMMON;
            text.append(from[random.nextInt(from.length)]).append(w % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    private static List<Attribution> attribute(FamilyModel model, List<LabelledDocument> documents) {
        FeatureText text = new FeatureText();
        LinearModel.Scratch scratch = new LinearModel.Scratch();
        return documents.stream()
                .map(document -> {
                    text.read(document.text(), Classifier.LIMIT);
                    return model.attribute(text, scratch);
                })
                .toList();
    }

    @Test
    void familiesAreToldApartAndAStrangerStandsOut() {
        FamilyTrainer.Result result =
                new FamilyTrainer(OPTIONS, learnt).train(documents("test", 60, "gpt-4o", "llama-2-70b"));
        assertThat(result).isNotNull();
        FamilyModel model = result.model();
        assertThat(model.families()).containsExactlyInAnyOrder("gpt", "llama", "claude");
        assertThat(model.release()).isEqualTo("families");
        for (String name : new String[] {"gpt-4o", "llama-2-70b", "claude-3-opus"}) {
            List<LabelledDocument> fresh = documents("fresh", 80, name);
            List<Attribution> found = attribute(model, fresh);
            String family = ModelOrigin.family(fresh.getFirst());
            assertThat(found.stream().filter(a -> a.nearest().equals(family)).count())
                    .as(family)
                    .isGreaterThanOrEqualTo(72);
            assertThat(found.stream().filter(a -> !a.isKnown()).count())
                    .as("about a tenth of a known family may be called unknown")
                    .isLessThan(28);
            double stated = found.stream()
                    .mapToDouble(Attribution::confidence)
                    .average()
                    .orElseThrow();
            assertThat(stated).isBetween(0.8, 1.0);
        }
        List<Attribution> strangers = attribute(model, documents("fresh", 80, "mistral-7b"));
        assertThat(strangers.stream().filter(a -> !a.isKnown()).count())
                .as("unknown among strangers")
                .isGreaterThan(40);
        assertThat(result.card())
                .contains("Test split (sources seen, prompts not)", "Sources not seen", "| gpt | 60 |");
    }

    @Test
    void theEraIsLearnt() {
        FamilyModel model = new FamilyTrainer(OPTIONS, learnt).train(List.of()).model();
        double newer = attribute(model, documents("fresh", 60, "gpt-4o", "claude-3-opus")).stream()
                .mapToDouble(Attribution::newer)
                .average()
                .orElseThrow();
        double older = attribute(model, documents("fresh", 60, "llama-2-70b")).stream()
                .mapToDouble(Attribution::newer)
                .average()
                .orElseThrow();
        assertThat(newer).isGreaterThan(0.7);
        assertThat(older).isLessThan(0.3);
    }

    @Test
    void theSameTextsGiveTheSameBytes() {
        byte[] one = new FamilyTrainer(OPTIONS, learnt).train(List.of()).model().toBytes();
        byte[] other =
                new FamilyTrainer(OPTIONS, learnt).train(List.of()).model().toBytes();
        assertThat(other).isEqualTo(one);
    }

    @Test
    void familiesWithFewTextsAndHumansAreNotLearnt() {
        List<LabelledDocument> documents = new ArrayList<>(learnt);
        documents.addAll(documents("train", FamilyTrainer.LEAST_TEXTS - 1, "mistral-7b"));
        documents("train", 400, "mistral-7b").stream()
                .map(d -> new LabelledDocument(
                        "h" + d.id(),
                        d.text(),
                        false,
                        "human",
                        "prose",
                        "en",
                        null,
                        d.source(),
                        "CC0-1.0",
                        d.group(),
                        "train"))
                .forEach(documents::add);
        assertThat(new FamilyTrainer(OPTIONS, documents)
                        .train(List.of())
                        .model()
                        .families())
                .containsExactlyInAnyOrder("gpt", "llama", "claude");
    }

    @Test
    void oneFamilyIsNothingToTellApart() {
        assertThat(new FamilyTrainer(OPTIONS, documents("train", 400, "gpt-4o")).train(List.of()))
                .isNull();
        assertThat(new FamilyTrainer(OPTIONS, List.of()).train(List.of())).isNull();
    }
}
