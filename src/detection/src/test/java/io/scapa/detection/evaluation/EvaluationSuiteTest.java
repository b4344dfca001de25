package io.scapa.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scapa.detection.evaluation.report.EvaluationReport;
import io.scapa.text.json.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class EvaluationSuiteTest {
    private static final List<Comparison.Groups> NONE = List.of();

    @TempDir
    Path folder;

    @Test
    void eachRuleIsShownWithTheRateThatItReallyHas() {
        List<JudgedText> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            // Source b's humans score 50 higher than source a's: a threshold for all is wrong on both.
            texts.add(text("ha" + i, false, "a", 0, i));
            texts.add(text("hb" + i, false, "b", 0, i + 50));
            texts.add(text("la" + i, true, "a", 0, 100 + i));
        }
        EvaluationSuite suite = EvaluationSuite.of("title", texts, List.of(), List.of(), NONE);

        GroupReport a = group(suite, "source", "a");
        GroupReport b = group(suite, "source", "b");
        // All 400 humans: 20 may lie over the 5% threshold, those of b over 229; none of a's reaches it.
        assertThat(a.point("global", 0.05).fpr()).isEqualTo(new Rate(0, 200));
        assertThat(b.point("global", 0.05).fpr()).isEqualTo(new Rate(20, 200));
        assertThat(a.point("own", 0.05).fpr()).isEqualTo(new Rate(10, 200));
        assertThat(a.point("own", 0.05).tpr()).isEqualTo(new Rate(110, 200));
        assertThat(a.point("global", 0.05).tpr()).isEqualTo(new Rate(70, 200));
        assertThat(suite.all().point("global", 0.05).fpr()).isEqualTo(new Rate(20, 400));
        assertThat(b.pooled()).isFalse();
    }

    @Test
    void theGlobalThresholdOfAFoldComesFromTheOtherFolds() {
        List<JudgedText> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            texts.add(text("h0-" + i, false, "a", 0, i));
            texts.add(text("h1-" + i, false, "b", 1, 1000 + i));
            texts.add(text("l0-" + i, true, "a", 0, 500));
            texts.add(text("l1-" + i, true, "b", 1, 500));
        }
        EvaluationSuite suite = EvaluationSuite.of("title", texts, List.of("first", "second"), List.of(), NONE);

        // The first fold is judged by the second's humans, over 1000; the second by the first's, under 100.
        assertThat(group(suite, "left out", "first").point("global", 0.01).tpr().hits())
                .isZero();
        assertThat(group(suite, "left out", "second")
                        .point("global", 0.01)
                        .tpr()
                        .hits())
                .isEqualTo(100);
        assertThat(group(suite, "left out", "second")
                        .point("global", 0.01)
                        .fpr()
                        .hits())
                .isEqualTo(100);
    }

    @Test
    void anAttackCostsWhatFallsUnderTheThresholdOfCleanHumans() {
        List<JudgedText> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            texts.add(text("h" + i, false, "a", 0, i));
            texts.add(text("l" + i, true, "a", 0, 90 + i));
        }
        double[] clean = texts.stream()
                .filter(t -> t.text().synthetic())
                .mapToDouble(JudgedText::score)
                .toArray();
        double[] attacked = clean.clone();
        for (int i = 0; i < attacked.length; i++) {
            attacked[i] -= 10;
        }
        EvaluationSuite suite = EvaluationSuite.of(
                "title",
                texts,
                List.of(),
                List.of(
                        new AttackScores("whitespace", clean, attacked, new int[100]),
                        new AttackScores("synonym", clean, clean, new int[100])),
                NONE);

        AttackCost cost = suite.attacks().getFirst();
        // 5 of 100 humans lie over 94: 95 of the synthetic texts do before, 85 after.
        assertThat(cost.clean()).isEqualTo(new Rate(95, 100));
        assertThat(cost.attacked()).isEqualTo(new Rate(85, 100));
        assertThat(cost.loss()).isCloseTo(0.10, within(1e-12));
        assertThat(cost.interval().contains(0.10)).isTrue();
        assertThat(cost.limit()).isEqualTo(0.02);
        assertThat(cost.isWithinLimit()).isFalse();
        assertThat(suite.attacks().get(1).isWithinLimit()).isTrue();
        assertThat(suite.attacks().get(1).limit()).isNaN();
    }

    @Test
    void groupsOfHumansAreComparedWithAnInterval() {
        List<JudgedText> texts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            texts.add(text("n" + i, false, "x", 0, i < 48 ? 5 : 0));
            texts.add(text("s" + i, i >= 70, "y", 0, i < 56 ? 5 : 0));
        }
        List<Comparison> found = EvaluationSuite.of(
                        "t",
                        texts,
                        List.of(),
                        List.of(),
                        List.of(Comparison.Groups.parse("source=y+z/source=x"), Comparison.Groups.nonNative()))
                .comparisons();

        assertThat(found).extracting(Comparison::rule).containsExactly("model", "global");
        // The published example of Newcombe 1998: 56 of 70 against 48 of 80.
        assertThat(found.getFirst().one()).isEqualTo(new Rate(56, 70));
        assertThat(found.getFirst().other()).isEqualTo(new Rate(48, 80));
        assertThat(found.getFirst().interval().lower()).isCloseTo(0.0524, within(6e-5));
        assertThatThrownBy(() -> Comparison.Groups.parse("source=y")).hasMessageContaining("expected two groups");
    }

    @Test
    void withoutBothLabelsThereIsNothingToEvaluate() {
        assertThatThrownBy(
                        () -> EvaluationSuite.of("t", List.of(text("h", false, "a", 0, 1)), List.of(), List.of(), NONE))
                .hasMessageContaining("got 1 human and 0 synthetic");
    }

    @Test
    void thePageIsWholeAndTheJsonHasEveryNumber() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<JudgedText> texts = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            boolean synthetic = i % 2 == 0;
            texts.add(text("t" + i, synthetic, "s<" + i % 3 + ">", 0, random.nextDouble(-3, 2) + (synthetic ? 1 : 0)));
        }
        EvaluationSuite suite = EvaluationSuite.of(
                "a & b",
                texts,
                List.of(),
                List.of(new AttackScores("whitespace", new double[] {9, 9}, new double[] {9, -9}, new int[2])),
                List.of(Comparison.Groups.parse("source=s<0>/source=s<1>")));

        Path page = EvaluationReport.write(suite, folder.resolve("made/here"));

        String html = Files.readString(page);
        assertThat(html)
                .contains("a &amp; b", "s&lt;0&gt;")
                .doesNotContain("http://www.w3.org/1999", "<script", "src=");
        List<String> pictures = new ArrayList<>();
        java.util.regex.Matcher svg =
                java.util.regex.Pattern.compile("(?s)<svg.*?</svg>").matcher(html);
        while (svg.find()) {
            pictures.add(svg.group());
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg.group())));
        }
        assertThat(pictures).hasSize(5).noneMatch(p -> p.contains("NaN"));
        assertThat(Json.mapper()
                        .readTree(folder.resolve("made/here/report.json").toFile())
                        .at("/all/points/0/tpr/of")
                        .asInt())
                .isEqualTo(300);
        assertThat(EvaluationReport.html(suite)).isEqualTo(html);
        assertThat(String.join("\n", new SuiteText(suite).lines())).contains("whitespace", "MISSED", "all ");
    }

    @Test
    void everyAttackOfTheProtocolChangesATextByItsSeedAlone() {
        String text = "In 1999 the colour of a big house was analysed. However, many people often use it. ".repeat(4);
        assertThat(NamedAttack.raid()).hasSize(10).allSatisfy(attack -> {
            String attacked = attack.change().apply(text, new SplittableRandom(4));
            assertThat(attacked)
                    .as(attack.name())
                    .isNotEqualTo(text)
                    .isEqualTo(attack.change().apply(text, new SplittableRandom(4)));
        });
        assertThat(NamedAttack.named(List.of("synonym")).getFirst().change().apply("Big, however.", () -> 0L))
                .isEqualTo("Large, nevertheless.");
        assertThatThrownBy(() -> NamedAttack.named(List.of("hypnosis")))
                .hasMessageContaining("no attack is called hypnosis; known: [");
    }

    private static GroupReport group(EvaluationSuite suite, String field, String value) {
        return suite.by(field).stream()
                .filter(g -> g.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static JudgedText text(String id, boolean synthetic, String source, int fold, double score) {
        return new JudgedText(
                new ScoredDocument(
                        id, synthetic, null, source, synthetic ? "m" : "human", "d", "en", "train", 700, score),
                fold,
                100,
                score > 4);
    }
}
