package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartOptionsTest {
    private static final TrainerOptions STANDARD = TrainerOptions.standard();

    @Test
    void aCorpusWithoutEditsAndBaseModelsTrainsWhatItCan() {
        TrainerOptions fitting = fitting(GeneratedCorpus.documents(600, 1));
        assertThat(fitting.parts()).extracting(PartOptions::name).containsExactly("generated");
        assertThat(fitting.families().getFirst().heads())
                .extracting(HeadOptions::name)
                .containsExactly("words", "all", "instructed", "generated");
        assertThat(fitting.voices())
                .containsExactly(List.of("words", "all"), List.of("instructed"), List.of("generated"));
    }

    @Test
    void whatAllSourcesHoldIsKept() {
        TrainerOptions fitting = fitting(corpus(i -> i % 3));
        assertThat(fitting.parts()).isEqualTo(STANDARD.parts());
        assertThat(fitting.families()).isEqualTo(STANDARD.families());
    }

    @Test
    void whatOneSourceHoldsAloneIsNot() {
        List<LabelledDocument> documents = new ArrayList<>(GeneratedCorpus.documents(900, 1));
        documents.replaceAll(d -> d.source().equals("source1") ? as(d, 2) : d);
        assertThat(fitting(documents).parts()).extracting(PartOptions::name).containsExactly("generated");
    }

    @Test
    void eachPartIsCalibratedOnHumansAndItsOwnKinds() {
        PartOptions part = new PartOptions("edited", Set.of(PositiveKind.EDITED), 1, List.of("all"));
        List<LabelledDocument> documents = corpus(i -> i % 3);
        assertThat(documents.stream().filter(part::wants))
                .allMatch(d -> !d.synthetic() || PositiveKind.of(d) == PositiveKind.EDITED)
                .hasSizeGreaterThan(100);
    }

    @Test
    void aPartNeedsHeadsThatAreThereAndAShare() {
        Set<PositiveKind> kinds = Set.of(PositiveKind.GENERATED);
        List<TrainerOptions.FamilyOptions> families = List.of(
                new TrainerOptions.FamilyOptions("words-2", List.of(new HeadOptions("one", kinds, 10, 0, 10, 5))));
        List<PartOptions> parts = List.of(new PartOptions("p", kinds, 1, List.of("neither")));
        assertThatThrownBy(
                        () -> new TrainerOptions("r", 1, "en", Set.of(), families, parts, List.of(), 5, 100, 0.4, 0.01))
                .hasMessageContaining("part p needs heads among [one], got [neither]");
        List<PartOptions> good = List.of(new PartOptions("p", kinds, 1, List.of("one")));
        List<List<String>> voices = List.of(List.of("one", "none"));
        assertThatThrownBy(() -> new TrainerOptions("r", 1, "en", Set.of(), families, good, voices, 5, 100, 0.4, 0.01))
                .hasMessageContaining("a voice needs heads among [one], got [one, none]");
        assertThatThrownBy(() -> new PartOptions("p", kinds, 0, List.of("a"))).hasMessageContaining("positive share");
    }

    private static TrainerOptions fitting(List<LabelledDocument> documents) {
        return STANDARD.fitting(documents, new SourceFolds(documents));
    }

    private static List<LabelledDocument> corpus(java.util.function.IntUnaryOperator kind) {
        List<LabelledDocument> documents = new ArrayList<>(GeneratedCorpus.documents(2400, 1));
        for (int i = 0; i < documents.size(); i++) {
            LabelledDocument document = documents.get(i);
            documents.set(i, document.synthetic() ? as(document, kind.applyAsInt(i / 8)) : document);
        }
        return documents;
    }

    private static LabelledDocument as(LabelledDocument d, int kind) {
        return d.synthetic()
                ? new LabelledDocument(
                        d.id(),
                        d.text(),
                        true,
                        kind == 2 ? "gpt2-xl" : "gpt-4",
                        d.domain(),
                        d.language(),
                        kind == 1 ? "polish" : null,
                        d.source(),
                        d.license(),
                        d.group(),
                        d.split())
                : d;
    }
}
