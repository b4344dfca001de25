package io.scapa.detection.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.training.GeneratedCorpus;
import io.scapa.detection.training.HeadOptions;
import io.scapa.detection.training.PositiveKind;
import io.scapa.detection.training.Trainer;
import io.scapa.detection.training.TrainerOptions;
import io.scapa.detection.training.TrainingProgress;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    /** For the made-up authors, whose habits show in long windows only. */
    private static final Segmenter.Options OPTIONS = new Segmenter.Options(20, 2, 0, 2.5, 4);

    private static Classifier classifier;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    @BeforeAll
    static void train() {
        TrainerOptions tiny = new TrainerOptions(
                "tiny",
                5,
                "en",
                Set.of(),
                List.of(new TrainerOptions.FamilyOptions(
                        "words-2",
                        List.of(new HeadOptions("all", Set.of(PositiveKind.GENERATED), 1000, 0.25, 10, 25)))),
                5,
                10_000,
                0.4,
                0.05);
        classifier = new Trainer(tiny, TrainingProgress.silent())
                .train(GeneratedCorpus.documents(800, 1))
                .classifier();
    }

    @Test
    void passagesCoverTheTextWithoutGaps() {
        String text = some(false, 3) + " " + some(true, 3);
        Segmentation parts = new Segmenter(classifier, OPTIONS).segment(text);
        int at = 0;
        for (Segmentation.Passage passage : parts.passages()) {
            assertThat(passage.span().from()).isEqualTo(at);
            at = passage.span().to();
        }
        assertThat(at).isEqualTo(text.length());
    }

    @Test
    void findsTheShareOfASplicedText() {
        double error = 0;
        for (int trial = 0; trial < 20; trial++) {
            String human = some(false, 4);
            String synthetic = some(true, 4);
            double truth = words(synthetic) / (double) (words(human) + words(synthetic));
            double found = new Segmenter(classifier, OPTIONS)
                    .segment(human + " " + synthetic)
                    .syntheticShare();
            error += Math.abs(truth - found) / 20;
        }
        assertThat(error).isLessThan(0.15);
    }

    @Test
    void humanTextsHoldFewPassagesAndSyntheticOnesAreWhole() {
        Segmenter segmenter = new Segmenter(classifier, OPTIONS);
        int marked = 0;
        double share = 0;
        for (int trial = 0; trial < 40; trial++) {
            marked += segmenter.segment(some(false, 4)).synthetic().isEmpty() ? 0 : 1;
            share += segmenter.segment(some(true, 4)).syntheticShare() / 40;
        }
        assertThat(marked).isLessThanOrEqualTo(6);
        assertThat(share).isCloseTo(1, within(0.2));
    }

    @Test
    void anEmptyTextHasNoPassages() {
        assertThat(new Segmenter(classifier, OPTIONS).segment(" \n")).isEqualTo(new Segmentation(List.of(), 0));
    }

    private String some(boolean synthetic, int texts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < texts; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(GeneratedCorpus.text(synthetic, "source" + random.nextInt(4), random));
        }
        return text.toString();
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}
