package io.scapa.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void aMixtureSumsToOneAndSaysWhatItGot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixture(0.5, 0.2, 0.2, 0.05))
                .withMessageContaining("must be 1")
                .withMessageContaining("0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixture(-0.1, 0.6, 0.4, 0.1))
                .withMessageContaining("alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixture(Double.NaN, 0, 0, 1))
                .withMessageContaining("alpha");
        assertThat(new Mixture(0.1, 0.2, 0.3, 0.4).realShare()).isEqualTo(0.7);
        assertThat(Mixture.ofAmounts(1, 1, 2, 0)).isEqualTo(new Mixture(0.25, 0.25, 0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Mixture.ofAmounts(0, 0, 0, 0));
    }

    @Test
    void poolsAreReadBySymbolAndName() {
        assertThat(Pool.of("alpha")).isEqualTo(Pool.CURRENT_MODEL);
        assertThat(Pool.of("Fresh_Human")).isEqualTo(Pool.FRESH_HUMAN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pool.of("delta"))
                .withMessage("unknown pool 'delta', expected one of alpha, beta, gamma, eta");
    }

    @Test
    void aContentIsKnownByTheHashOfItsCleanText() {
        assertThat(ContentHash.ofCleanText("abc").hex())
                .as("FIPS 180-4, example for SHA-256")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentHash("BA78"))
                .withMessageContaining("BA78");
    }

    @Test
    void aTimelineHasNoGapsAndNamesEveryFault() {
        Instant cut = Timeline.PRE_LLM_CUTOFF;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline(
                        List.of(
                                new Generation(0, Instant.MIN, cut, List.of(), List.of()),
                                new Generation(1, cut.plusSeconds(1), Instant.MAX, List.of(), List.of())),
                        2))
                .withMessageContaining("must start where 0 ends")
                .withMessageContaining("current generation must be one of 1 to 1, got 2");
        Timeline standard = Timeline.standard();
        assertThat(standard.at(cut).orElseThrow().index()).isEqualTo(1);
        assertThat(standard.at(cut.minusNanos(1)).orElseThrow().index()).isZero();
        assertThat(standard.currentGeneration().index()).isEqualTo(1);
    }

    @Test
    void evidenceKeepsItsDetailsInOrderAndCannotBeChanged() {
        Evidence evidence = new Evidence(
                "residue", "1", Evidence.Kind.RESIDUE, null, 0.01, 3.0, new Span(2, 5), Map.of("pattern", "x"));
        assertThat(evidence.span().length()).isEqualTo(3);
        assertThat(Evidence.Kind.DATE.isOwnEvidence()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence("x", "1", Evidence.Kind.MARK, null, 1.5, null, null, Map.of()))
                .withMessageContaining("1.5");
        org.assertj.core.api.Assertions.assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> evidence.details().put("y", 1));
    }

    @Test
    void noVerdictComesWithoutAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(Origin.UNDETERMINED, " "));
        assertThat(Verdict.undetermined("too short").reason()).isEqualTo("too short");
    }

    @Test
    void aDocumentsEarliestDateIsTheEarlierOfItsTwo() {
        Instant early = Instant.EPOCH;
        Instant late = Instant.EPOCH.plusSeconds(5);
        Document document =
                new Document("a", "text", null, null, late, early, null, null, null, Map.of(), null, null, Map.of());
        assertThat(document.earliestDate()).isEqualTo(early);
        assertThat(Document.ofText("x").earliestDate()).isNull();
    }
}
