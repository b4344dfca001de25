package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplicerTest {
    private final List<LabelledDocument> documents = GeneratedCorpus.documents(240, 5);

    @Test
    void aSpliceHasBothAuthorsInTheShareThatItStates() {
        List<Splice> splices = new Splicer(documents, 2, 7).splices(40, Splicer.Length.PAIR);
        assertThat(splices).isNotEmpty().allSatisfy(splice -> {
            assertThat(splice.kind().isMixed()).isTrue();
            assertThat(splice.share()).isBetween(0.2, 0.8);
            assertThat(splice.fold()).isEqualTo(2);
            assertThat(splice.stretches()).extracting(Splice.Stretch::synthetic).contains(true, false);
            assertThat(splice.stretches().getLast().to())
                    .isEqualTo(splice.text().length());
        });
    }

    @Test
    void severalHumanTextsAreHumanThroughoutAndNoneComesTwice() {
        List<Splice> texts = new Splicer(documents, 0, 7).humans(30, Splicer.Length.LONG);
        assertThat(texts).hasSize(30).allSatisfy(text -> {
            assertThat(text.kind().isHuman()).isTrue();
            assertThat(text.kind().isMixed()).isFalse();
            assertThat(text.tokens()).isBetween(600, 2_100);
            assertThat(text.isSyntheticAt(0)).isFalse();
            assertThat(text.share()).isZero();
            long parts = documents.stream()
                    .filter(d -> text.text().contains(d.text().strip().substring(0, 60)))
                    .peek(d -> {
                        assertThat(d.synthetic()).isFalse();
                        String start = d.text().strip().substring(0, 60);
                        assertThat(text.text().indexOf(start))
                                .isEqualTo(text.text().lastIndexOf(start));
                    })
                    .count();
            assertThat(parts).isGreaterThan(1);
        });
    }

    @Test
    void theSameSeedGivesTheSameTexts() {
        assertThat(new Splicer(documents, 0, 7).humans(10, Splicer.Length.LONG))
                .isEqualTo(new Splicer(documents, 0, 7).humans(10, Splicer.Length.LONG))
                .isNotEqualTo(new Splicer(documents, 0, 8).humans(10, Splicer.Length.LONG));
    }
}
