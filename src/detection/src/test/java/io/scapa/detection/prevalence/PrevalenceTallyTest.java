package io.scapa.detection.prevalence;

import static io.scapa.detection.prevalence.AssessedDocuments.assessment;
import static io.scapa.detection.prevalence.AssessedDocuments.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scapa.provenance.Origin;
import io.scapa.statistics.SeededStreams;
import io.scapa.statistics.prevalence.PrevalenceMethod;
import io.scapa.statistics.prevalence.PrevalenceOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PrevalenceTallyTest {
    private static final PrevalenceOptions OPTIONS = PrevalenceOptions.standard();

    @Test
    void tellsGroupsApartInTheOrderAskedFor() {
        PrevalenceTally tally = tally(Dimension.parse("source,month,lang"));
        tally.add(document("a", "news", "2024-03-31T23:59:59Z", "en"), assessment("a", 3, 10));
        tally.add(document("b", "news", "2024-04-01T00:00:00Z", "de"), assessment("b", -3, 20));
        tally.add(document("c", null, null, null), assessment("c", 0.2, 30));
        PrevalenceReport report = tally.report(OPTIONS);
        assertThat(report.groups())
                .extracting(GroupPrevalence::key)
                .containsExactly(
                        Map.of("source", "(unknown)", "month", "(unknown)", "lang", "en"),
                        Map.of("source", "news", "month", "2024-03", "lang", "en"),
                        Map.of("source", "news", "month", "2024-04", "lang", "de"));
        assertThat(report.groups().getFirst().key().keySet()).containsExactly("source", "month", "lang");
        assertThat(report.groups()).extracting(GroupPrevalence::undetermined).containsExactly(1L, 0L, 0L);
        GroupPrevalence whole = report.whole().orElseThrow();
        assertThat(whole.documents()).isEqualTo(3);
        assertThat(whole.tokens()).isEqualTo(60);
        assertThat(report.release()).isEqualTo("r1");
    }

    @Test
    void findsTheSharesThatWereThereAndSaysWhatTheyRestOn() {
        Simulated world = simulate(AuditLabels.none(), Map.of("clean", 0.03, "dirty", 0.6), 4000);
        PrevalenceReport report = world.tally().report(OPTIONS);
        for (GroupPrevalence group : report.groups()) {
            double truth = world.truth().get(group.key().get("source"));
            assertThat(group.estimate().method()).isEqualTo(PrevalenceMethod.LABEL_SHIFT);
            assertThat(group.estimate().estimate()).isCloseTo(truth, within(0.03));
            assertThat(group.estimate().interval().contains(truth)).isTrue();
            assertThat(group.estimate().assumptions()).anyMatch(a -> a.contains("no audited labels"));
        }
    }

    @Test
    void auditedLabelsNarrowTheInterval() {
        AuditLabels.Builder labels = AuditLabels.builder();
        Simulated unaudited = simulate(AuditLabels.none(), Map.of("clean", 0.03, "dirty", 0.6), 4000);
        for (int i = 0; i < 300; i++) {
            String id = (i % 2 == 0 ? "clean-" : "dirty-") + i;
            labels.add(id, unaudited.synthetic().contains(id) ? Origin.SYNTHETIC : Origin.HUMAN, 1);
        }
        Simulated audited = simulate(labels.build(), Map.of("clean", 0.03, "dirty", 0.6), 4000);
        PrevalenceReport without = unaudited.tally().report(OPTIONS);
        PrevalenceReport with = audited.tally().report(OPTIONS);
        assertThat(with.labels()).isEqualTo(300);
        assertThat(with.labelsUsed()).isEqualTo(300);
        for (int g = 0; g < 2; g++) {
            GroupPrevalence group = with.groups().get(g);
            assertThat(group.estimate().method()).isEqualTo(PrevalenceMethod.PREDICTION_POWERED);
            assertThat(group.estimate().audited()).isEqualTo(150);
            assertThat(group.estimate()
                            .interval()
                            .contains(audited.truth().get(group.key().get("source"))))
                    .isTrue();
            assertThat(width(group)).isLessThan(width(without.groups().get(g)));
        }
        assertThat(with.whole().orElseThrow().estimate().method())
                .isEqualTo(PrevalenceMethod.STRATIFIED_PREDICTION_POWERED);
    }

    @Test
    void tokensWeighDocuments() {
        PrevalenceTally byTokens = new PrevalenceTally(List.of(), Weighting.TOKENS, AuditLabels.none());
        PrevalenceTally byDocuments = new PrevalenceTally(List.of(), Weighting.DOCUMENTS, AuditLabels.none());
        for (int i = 0; i < 200; i++) {
            boolean synthetic = i % 2 == 0;
            for (PrevalenceTally tally : List.of(byTokens, byDocuments)) {
                tally.add(
                        document("d" + i, "s", null, null),
                        assessment("d" + i, synthetic ? 9 : -9, synthetic ? 300 : 100));
            }
        }
        byTokens.add(document("empty", "s", null, null), assessment("empty", 0, 0));
        assertThat(byTokens.report(OPTIONS).whole().orElseThrow().estimate().estimate())
                .isCloseTo(0.75, within(0.01));
        assertThat(byDocuments.report(OPTIONS).whole().orElseThrow().estimate().estimate())
                .isCloseTo(0.5, within(0.01));
        assertThat(byTokens.report(OPTIONS).uncounted()).isEqualTo(1);
    }

    @Test
    void theOrderOfDocumentsDoesNotMatter() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            order.add(i);
        }
        AuditLabels.Builder labels = AuditLabels.builder();
        for (int i = 0; i < 60; i++) {
            labels.add("d" + 7 * i, i % 3 == 0 ? 1 : 0);
        }
        PrevalenceReport forwards = ordered(order, labels.build());
        Collections.shuffle(order, new Random(1));
        assertThat(PrevalenceJson.toJson(ordered(order, labels.build()))).isEqualTo(PrevalenceJson.toJson(forwards));
    }

    @Test
    void nothingCountedIsNoShare() {
        PrevalenceReport report = tally(List.of()).report(OPTIONS);
        assertThat(report.whole()).isEmpty();
        assertThat(report.groups()).isEmpty();
        assertThat(PrevalenceJson.toJson(report).has("total")).isFalse();
    }

    @Test
    void refusesMoreGroupsThanItKeepsAndMixedReleases() {
        PrevalenceTally small =
                new PrevalenceTally(List.of(Dimension.SOURCE), Weighting.DOCUMENTS, AuditLabels.none(), 2);
        small.add(document("a", "1", null, null), assessment("a", 1, 1));
        small.add(document("b", "2", null, null), assessment("b", 1, 1));
        small.add(document("c", "2", null, null), assessment("c", 1, 1));
        assertThatThrownBy(() -> small.add(document("d", "3", null, null), assessment("d", 1, 1)))
                .isInstanceOf(TooManyGroupsException.class)
                .hasMessageContaining("more than 2 groups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.add(document("d", "1", null, null), assessment("d", 1, 1, "r2")))
                .withMessageContaining("r1 and r2");
    }

    @Test
    void jsonHoldsEveryFigure() {
        PrevalenceTally tally = tally(List.of(Dimension.SOURCE));
        tally.add(document("a", "news", null, null), assessment("a", 3, 10));
        var json = PrevalenceJson.toJson(tally.report(OPTIONS));
        assertThat(json.at("/by/0").asText()).isEqualTo("source");
        assertThat(json.at("/groups/0/key/source").asText()).isEqualTo("news");
        assertThat(json.at("/groups/0/interval").size()).isEqualTo(2);
        assertThat(json.at("/groups/0/share").isNumber()).isTrue();
        assertThat(json.at("/groups/0/method").asText()).isEqualTo("LABEL_SHIFT");
        assertThat(json.at("/total/documents").asInt()).isEqualTo(1);
    }

    private static PrevalenceReport ordered(List<Integer> order, AuditLabels labels) {
        PrevalenceTally tally = new PrevalenceTally(List.of(Dimension.SOURCE), Weighting.DOCUMENTS, labels);
        for (int i : order) {
            tally.add(document("d" + i, "s" + i % 3, null, null), assessment("d" + i, (i * 37 % 100 - 60) / 15.0, 5));
        }
        return tally.report(OPTIONS);
    }

    private static PrevalenceTally tally(List<Dimension> by) {
        return new PrevalenceTally(by, Weighting.DOCUMENTS, AuditLabels.none());
    }

    private static double width(GroupPrevalence group) {
        return group.estimate().interval().upper() - group.estimate().interval().lower();
    }

    private record Simulated(PrevalenceTally tally, Map<String, Double> truth, java.util.Set<String> synthetic) {}

    private static Simulated simulate(AuditLabels labels, Map<String, Double> shares, int documents) {
        PrevalenceTally tally = new PrevalenceTally(List.of(Dimension.SOURCE), Weighting.DOCUMENTS, labels);
        Map<String, Double> truth = new java.util.TreeMap<>();
        java.util.Set<String> made = new java.util.TreeSet<>();
        new java.util.TreeMap<>(shares).forEach((source, share) -> {
            RandomGenerator random = new SeededStreams(70).stream(source, 0);
            int found = 0;
            for (int i = 0; i < documents; i++) {
                boolean synthetic = random.nextDouble() < share;
                String id = source + "-" + i;
                found += synthetic ? 1 : 0;
                if (synthetic) {
                    made.add(id);
                }
                double score = (synthetic ? 2 : -2) + 2 * random.nextGaussian();
                tally.add(document(id, source, null, null), assessment(id, score, 100));
            }
            truth.put(source, (double) found / documents);
        });
        return new Simulated(tally, truth, made);
    }
}
