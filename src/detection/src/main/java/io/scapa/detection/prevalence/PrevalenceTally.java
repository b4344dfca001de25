package io.scapa.detection.prevalence;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.provenance.Origin;
import io.scapa.statistics.prevalence.AuditOptions;
import io.scapa.statistics.prevalence.AuditedDocument;
import io.scapa.statistics.prevalence.AuditedStratum;
import io.scapa.statistics.prevalence.PrevalenceEstimate;
import io.scapa.statistics.prevalence.PrevalenceEstimator;
import io.scapa.statistics.prevalence.PrevalenceOptions;
import io.scapa.statistics.prevalence.ScoreHistogram;
import io.scapa.statistics.prevalence.ScoredStratum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts assessed documents as they pass and estimates the synthetic share of each group and of the whole. Only the text's
 * own evidence counts: a score is the assessment's log likelihood ratio at prior 0.5, never a declaration or a date.
 * Documents without a verdict count with their score; leaving them out would leave out whatever is hard to tell.
 *
 * <p>The report does not depend on the order of documents, but for the last digits of sums. Not for use by several threads.
 */
public final class PrevalenceTally {
    /** The most groups that are kept: a few kB each. */
    public static final int MOST_GROUPS = 20_000;

    private final List<Dimension> by;
    private final Weighting weighting;
    private final AuditLabels labels;
    private final int mostGroups;
    private final Map<List<String>, Group> groups = new TreeMap<>(PrevalenceTally::compareKeys);
    private @Nullable String release;
    private long uncounted;

    /** Keeps at most {@link #MOST_GROUPS} groups. */
    public PrevalenceTally(List<Dimension> by, Weighting weighting, AuditLabels labels) {
        this(by, weighting, labels, MOST_GROUPS);
    }

    /**
     * @param by what groups are told apart by; empty for the whole only
     * @param weighting what shares are of
     * @param labels what an audit found
     * @param mostGroups the most groups that are kept, 1 or more
     */
    public PrevalenceTally(List<Dimension> by, Weighting weighting, AuditLabels labels, int mostGroups) {
        this.by = List.copyOf(by);
        this.weighting = weighting;
        this.labels = labels;
        this.mostGroups = mostGroups;
    }

    /**
     * Counts a document.
     *
     * @throws TooManyGroupsException where it would make one group more than are kept
     * @throws IllegalArgumentException where another detector release assessed it than those before
     */
    public void add(Document document, Assessment assessment) {
        checkRelease(assessment.release());
        double size = weighting == Weighting.DOCUMENTS ? 1 : assessment.tokens();
        if (size <= 0) {
            uncounted++;
            return;
        }
        List<String> key = by.stream().map(d -> d.valueOf(document, assessment)).toList();
        Group group = groups.get(key);
        if (group == null) {
            if (groups.size() == mostGroups) {
                throw new TooManyGroupsException(mostGroups);
            }
            group = new Group();
            groups.put(key, group);
        }
        group.add(assessment, size, labels);
    }

    /** How many documents were counted so far. */
    public long documents() {
        return groups.values().stream().mapToLong(g -> g.scores.documents()).sum();
    }

    /**
     * The shares. The options' prior is passed over: scores are taken at 0.5.
     *
     * <p>The whole's limits come from the groups as strata where each holds audited documents enough, so that an audit may
     * have drawn more from some groups than from others; else its audit is taken as drawn from the whole at random.
     */
    public PrevalenceReport report(PrevalenceOptions options) {
        PrevalenceEstimator estimator = new PrevalenceEstimator(options.withPrior(0.5));
        Group whole = new Group();
        List<GroupPrevalence> reported = new ArrayList<>();
        groups.forEach((key, group) -> {
            whole.addAll(group);
            if (!by.isEmpty()) {
                reported.add(group.prevalence(named(key), estimator.estimate(group.scores, group.audited())));
            }
        });
        GroupPrevalence total =
                whole.scores.documents() == 0 ? null : whole.prevalence(Map.of(), total(whole, estimator, options));
        return new PrevalenceReport(
                by, weighting, release, total, reported, labels.size(), whole.audited.size(), uncounted);
    }

    private PrevalenceEstimate total(Group whole, PrevalenceEstimator estimator, PrevalenceOptions options) {
        boolean stratified = groups.size() > 1
                && options.audit().design() == AuditOptions.Design.UNIFORM
                && groups.values().stream().allMatch(g -> g.audited.size() >= AuditedStratum.LEAST);
        return stratified
                ? estimator.estimateStratified(groups.entrySet().stream()
                        .map(e -> new ScoredStratum(
                                String.join("\n", e.getKey()),
                                e.getValue().scores,
                                e.getValue().audited()))
                        .toList())
                : estimator.estimate(whole.scores, whole.audited());
    }

    private Map<String, String> named(List<String> key) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            named.put(by.get(i).word(), key.get(i));
        }
        return named;
    }

    private void checkRelease(String of) {
        if (release == null) {
            release = of;
        } else if (!release.equals(of)) {
            throw new IllegalArgumentException(
                    "prevalence is of one detector release, got " + release + " and " + of + ": assess again");
        }
    }

    private static int compareKeys(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static final class Group {
        private final ScoreHistogram scores = new ScoreHistogram();
        private final List<Labelled> audited = new ArrayList<>();
        private long tokens;
        private long undetermined;

        void add(Assessment assessment, double size, AuditLabels labels) {
            double score = 1 / (1 + Math.exp(-assessment.synthetic().score()));
            scores.add(score, size);
            tokens += assessment.tokens();
            undetermined += assessment.synthetic().verdict().origin() == Origin.UNDETERMINED ? 1 : 0;
            labels.of(assessment.id(), assessment.contentSha256().hex())
                    .ifPresent(label ->
                            audited.add(new Labelled(assessment.id(), new AuditedDocument(score, label, size))));
        }

        void addAll(Group other) {
            scores.addAll(other.scores);
            audited.addAll(other.audited);
            tokens += other.tokens;
            undetermined += other.undetermined;
        }

        /** By id, so that nothing depends on the order of documents. */
        List<AuditedDocument> audited() {
            return audited.stream()
                    .sorted(Comparator.comparing(Labelled::id))
                    .map(Labelled::document)
                    .toList();
        }

        GroupPrevalence prevalence(Map<String, String> key, PrevalenceEstimate estimate) {
            return new GroupPrevalence(key, scores.documents(), tokens, undetermined, estimate);
        }
    }

    private record Labelled(String id, AuditedDocument document) {}
}
