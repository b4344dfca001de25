package io.scapa.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.evaluation.Evaluation;
import io.scapa.detection.evaluation.ScoredDocument;
import io.scapa.detection.training.CorpusReader;
import io.scapa.provenance.Document;
import io.scapa.testing.SharedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped model on texts of the corpora's test split, which it never saw. */
class ShippedBundleTest {
    private static final int SAMPLED = 8;

    @Test
    void tellsASampleOfTheTestSplitApart() {
        assertThat(evaluate(SAMPLED).all().auroc()).isGreaterThan(0.93);
    }

    @Test
    @Tag("long")
    void meetsItsFiguresOnTheTestSplit() {
        Evaluation evaluation = evaluate(1);
        System.out.println("English test split: " + evaluation.all());
        assertThat(evaluation.all().auroc()).isGreaterThanOrEqualTo(0.98);
        assertThat(evaluation.all().tpr1()).isGreaterThanOrEqualTo(0.80);
    }

    private static Evaluation evaluate(int everyNth) {
        Path corpora = SharedFolder.require("corpora");
        Assessor assessor = Assessors.shipped(AssessorOptions.standard());
        List<ScoredDocument> scored = new ArrayList<>();
        CorpusReader reader = new CorpusReader();
        for (Path file : CorpusReader.files(List.of(corpora))) {
            reader.read(file, d -> {
                if (d.split().equals("test")
                        && d.language().equals("en")
                        && Math.floorMod(d.id().hashCode(), everyNth) == 0) {
                    scored.add(ScoredDocument.of(
                            d,
                            assessor.assess(Document.ofText(d.text()))
                                    .synthetic()
                                    .score()));
                }
            });
        }
        assertThat(scored).hasSizeGreaterThan(500);
        return Evaluation.of(scored, Evaluation.Options.pooled());
    }
}
