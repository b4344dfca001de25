package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.evaluation.Roc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final TrainerOptions TINY = new TrainerOptions(
            "tiny",
            5,
            "en",
            Set.of(),
            List.of(
                    new TrainerOptions.FamilyOptions(
                            "words-2",
                            List.of(new HeadOptions("all", Set.of(PositiveKind.GENERATED), 1000, 0.25, 10, 25))),
                    new TrainerOptions.FamilyOptions(
                            "shapes-2",
                            List.of(new HeadOptions("all", Set.of(PositiveKind.GENERATED), 1000, 0, 10, 25)))),
            5,
            10_000,
            0.4,
            0.05);

    private static final List<LabelledDocument> CORPUS = GeneratedCorpus.documents(800, 1);

    @Test
    void learnsHabitsThatCarryOverToUnseenTexts() {
        Classifier classifier =
                new Trainer(TINY, TrainingProgress.silent()).train(CORPUS).classifier();
        List<LabelledDocument> others = GeneratedCorpus.documents(400, 2);
        assertThat(auroc(classifier, others)).isGreaterThan(0.9);
    }

    @Test
    void scoresOfSourcesLeftOutTellTheLabelsApart() {
        Trainer.Result result = new Trainer(TINY, TrainingProgress.silent()).train(CORPUS);
        double[] human = scores(result, false);
        double[] synthetic = scores(result, true);
        assertThat(Roc.auroc(human, synthetic)).isGreaterThan(0.85);
        assertThat(human.length + synthetic.length).isEqualTo(CORPUS.size());
    }

    @Test
    void theSameCorpusOptionsAndSeedGiveTheSameBytes() {
        byte[] first = Bundle.toBytes(
                new Trainer(TINY, TrainingProgress.silent()).train(CORPUS).classifier());
        byte[] second = Bundle.toBytes(
                new Trainer(TINY, TrainingProgress.silent()).train(CORPUS).classifier());
        byte[] other = Bundle.toBytes(new Trainer(TINY.withSeed(6), TrainingProgress.silent())
                .train(CORPUS)
                .classifier());
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void whatHoldsForSourcesSeenIsLearntWhereThereAreEightOfSomeSize() {
        Classifier four =
                new Trainer(TINY, TrainingProgress.silent()).train(CORPUS).classifier();
        assertThat(four.stack().seen()).isNull();
        List<LabelledDocument> corpus = inSources(12);
        Trainer.Result result = new Trainer(TINY, TrainingProgress.silent()).train(corpus);
        assertThat(result.classifier().stack().seen().groups()).containsExactly(new int[] {0, 1});
        assertThat(result.classifier().alternatives()).allMatch(stack -> stack.seen() == null);
        assertThat(Roc.auroc(scores(result, false), scores(result, true))).isGreaterThan(0.85);
        assertThat(auroc(result.classifier(), GeneratedCorpus.documents(400, 2)))
                .isGreaterThan(0.9);
        assertThat(StackTrainer.tellsSeen(corpus)).isTrue();
        assertThat(StackTrainer.tellsSeen(corpus.subList(0, 100))).isFalse();
    }

    @Test
    void pValuesOfHumansOfGroupsLeftOutAreAboutUniform() {
        Trainer.Result result = new Trainer(TINY, TrainingProgress.silent()).train(CORPUS);
        double[] humans = IntStream.range(0, CORPUS.size())
                .filter(i -> result.training().get(i).isCleanHuman())
                .mapToDouble(i -> result.unseenPValues()[i])
                .toArray();
        assertThat(humans).hasSizeGreaterThan(300);
        assertThat(Arrays.stream(humans).allMatch(p -> p > 0 && p <= 1)).isTrue();
        for (double level : new double[] {0.1, 0.2, 0.5}) {
            double share =
                    (double) Arrays.stream(humans).filter(p -> p <= level).count() / humans.length;
            assertThat(share).isCloseTo(level, org.assertj.core.api.Assertions.within(0.1));
        }
    }

    private static List<LabelledDocument> inSources(int sources) {
        List<LabelledDocument> documents = new ArrayList<>();
        for (LabelledDocument d : CORPUS) {
            documents.add(filed(d, "source" + documents.size() / 2 % sources, d.license(), d.split()));
        }
        return documents;
    }

    private static LabelledDocument filed(LabelledDocument d, String source, String license, String split) {
        return new LabelledDocument(
                d.id(),
                d.text(),
                d.synthetic(),
                d.model(),
                d.domain(),
                d.language(),
                d.attack(),
                source,
                license,
                d.group(),
                split);
    }

    @Test
    void nothingButTheTextReachesTheModel() {
        List<LabelledDocument> renamed = CORPUS.stream()
                .map(d -> filed(d, d.source(), "other licence", "dev"))
                .toList();
        assertThat(Bundle.toBytes(new Trainer(TINY, TrainingProgress.silent())
                        .train(renamed)
                        .classifier()))
                .isEqualTo(Bundle.toBytes(new Trainer(TINY, TrainingProgress.silent())
                        .train(CORPUS)
                        .classifier()));
    }

    @Test
    void tellsItsProgressToTheEnd() {
        List<String> steps = new ArrayList<>();
        new Trainer(TINY, (done, of, step) -> steps.add(done + "/" + of)).train(CORPUS);
        assertThat(steps).first().isEqualTo("0/17");
        assertThat(steps).last().isEqualTo("16/17");
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        List<LabelledDocument> humans =
                CORPUS.stream().filter(d -> !d.synthetic()).toList();
        assertThatThrownBy(() -> new Trainer(TINY, TrainingProgress.silent()).train(humans))
                .hasMessageContaining("at least 100 texts of each label");
        List<LabelledDocument> oneSource = CORPUS.stream()
                .map(d -> filed(d, "one", d.license(), d.split()))
                .toList();
        assertThatThrownBy(() -> new Trainer(TINY, TrainingProgress.silent()).train(oneSource))
                .hasMessageContaining("at least 2 sources");
    }

    private static double auroc(Classifier classifier, List<LabelledDocument> documents) {
        Classifier.Workspace room = classifier.workspace();
        double[] human = documents.stream()
                .filter(d -> !d.synthetic())
                .mapToDouble(d -> classifier.read(d.text(), room).score())
                .toArray();
        double[] synthetic = documents.stream()
                .filter(LabelledDocument::synthetic)
                .mapToDouble(d -> classifier.read(d.text(), room).score())
                .toArray();
        return Roc.auroc(human, synthetic);
    }

    private static double[] scores(Trainer.Result result, boolean synthetic) {
        return java.util.stream.IntStream.range(0, result.training().size())
                .filter(i -> result.training().get(i).synthetic() == synthetic)
                .mapToDouble(i -> result.unseenScores()[i])
                .toArray();
    }
}
