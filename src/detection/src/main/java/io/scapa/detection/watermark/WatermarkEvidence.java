package io.scapa.detection.watermark;

import io.scapa.detection.EvidenceFinder;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Span;
import io.scapa.statistics.MultipleTests;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import io.scapa.text.view.TextViews;
import io.scapa.text.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the marks of several profiles in a text and tells what it finds as evidence, one piece a profile.
 *
 * <p>Each tokenizer of the profiles cuts each view once: the clean view, and the original where its text differs. Every
 * profile is tested on every such view; p-values are corrected for all of these tests (Bonferroni). The likelihood ratio is
 * that of a mixture: of synthetic texts, a share {@link WatermarkOptions#markedShare} carries one of the profiles' marks,
 * each profile and view alike, the rest carries none; so a missing mark says almost nothing, as it should. Immutable and
 * safe for many threads.
 */
public final class WatermarkEvidence implements EvidenceFinder {
    /** Version of the tests, told in every piece of evidence. */
    public static final String VERSION = "1";

    private final List<WatermarkDetector> detectors;
    private final Map<String, Tokenizer> tokenizers;
    private final WatermarkOptions options;

    private WatermarkEvidence(
            List<WatermarkProfile> profiles, WatermarkOptions options, Function<String, Tokenizer> tokenizers) {
        this.options = options;
        this.tokenizers = new LinkedHashMap<>();
        this.detectors = new ArrayList<>();
        for (WatermarkProfile profile : profiles) {
            this.tokenizers.computeIfAbsent(profile.tokenizer(), name -> resolve(profile, tokenizers));
            this.detectors.add(new WatermarkDetector(profile, options));
        }
    }

    /**
     * Makes profiles ready, with the tokenizers that are built in.
     *
     * @throws WatermarkProfileException where a profile is invalid or names an unknown tokenizer
     */
    public static WatermarkEvidence with(List<WatermarkProfile> profiles) {
        return with(profiles, WatermarkOptions.STANDARD, Tokenizers::named);
    }

    /**
     * Makes profiles ready.
     *
     * @param tokenizers finds a tokenizer by its name; throws {@link IllegalArgumentException} where it knows none
     */
    public static WatermarkEvidence with(
            List<WatermarkProfile> profiles, WatermarkOptions options, Function<String, Tokenizer> tokenizers) {
        return new WatermarkEvidence(profiles, options, tokenizers);
    }

    /** The evidence of profiles on one text; keep {@link #with} where there are many texts. */
    public static List<Evidence> of(List<WatermarkProfile> profiles, TextViews views) {
        return with(profiles).find(views);
    }

    private static Tokenizer resolve(WatermarkProfile profile, Function<String, Tokenizer> tokenizers) {
        try {
            return tokenizers.apply(profile.tokenizer());
        } catch (IllegalArgumentException e) {
            throw new WatermarkProfileException(
                    profile.name(),
                    "tokenizer",
                    "'" + profile.tokenizer() + "'",
                    "one that can be used: " + e.getMessage());
        }
    }

    /** The profiles, in their order. */
    public List<WatermarkProfile> profiles() {
        return detectors.stream().map(WatermarkDetector::profile).toList();
    }

    /** One piece of evidence a profile, in the profiles' order, whether it found anything or not. */
    @Override
    public List<Evidence> find(TextViews views) {
        if (detectors.isEmpty()) {
            return List.of();
        }
        List<Reading> readings = readings(views);
        List<Evidence> evidence = new ArrayList<>();
        for (WatermarkDetector detector : detectors) {
            evidence.add(evidence(detector, readings));
        }
        return evidence;
    }

    /** One view of the text, cut by each tokenizer. */
    private record Reading(String name, View view, Map<String, int[]> tokens) {}

    private record Finding(Reading reading, WatermarkResult result) {}

    private List<Reading> readings(TextViews views) {
        List<Reading> readings = new ArrayList<>();
        readings.add(reading("clean", views.clean()));
        if (!views.clean().text().equals(views.original().text())) {
            readings.add(reading("original", views.original()));
        }
        return readings;
    }

    private Reading reading(String name, View view) {
        Map<String, int[]> tokens = new LinkedHashMap<>();
        tokenizers.forEach((tokenizer, cutter) -> tokens.put(tokenizer, cutter.encode(view.text())));
        return new Reading(name, view, tokens);
    }

    private Evidence evidence(WatermarkDetector detector, List<Reading> readings) {
        WatermarkProfile profile = detector.profile();
        List<Finding> findings = readings.stream()
                .map(reading -> new Finding(reading, detector.test(tokens(reading, profile))))
                .toList();
        Finding best = findings.get(0);
        for (Finding finding : findings) {
            boolean clearer =
                    best.result().undetermined() == null || finding.result().undetermined() == null;
            if (clearer && finding.result().pValue() < best.result().pValue()) {
                best = finding;
            }
        }
        WatermarkResult result = best.result();
        double corrected = MultipleTests.bonferroni(result.pValue(), (long) detectors.size() * readings.size());
        boolean judged = result.undetermined() == null;
        return new Evidence(
                "watermark/" + profile.scheme(),
                VERSION,
                Evidence.Kind.WATERMARK,
                Double.isNaN(result.z()) ? null : result.z(),
                corrected,
                judged ? logLikelihoodRatio(findings) : null,
                judged && corrected <= options.level() ? span(best, profile.tokenizer()) : null,
                details(profile, best, corrected));
    }

    private static int[] tokens(Reading reading, WatermarkProfile profile) {
        return Objects.requireNonNull(reading.tokens().get(profile.tokenizer()));
    }

    private double logLikelihoodRatio(List<Finding> findings) {
        double share = options.markedShare() / detectors.size();
        double log = Math.log1p(-share);
        for (Finding finding : findings) {
            double factor =
                    finding.result().undetermined() == null ? finding.result().logBayesFactor() : 0;
            log = logSum(log, Math.log(share / findings.size()) + factor);
        }
        return log;
    }

    private static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }

    private Map<String, Object> details(WatermarkProfile profile, Finding finding, double corrected) {
        WatermarkResult result = finding.result();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("profile", profile.name());
        details.put("scheme", profile.scheme());
        details.put("view", finding.reading().name());
        details.put("scored", result.scored());
        details.put(result.statisticName(), result.statistic());
        details.put("exactPValue", result.pValue());
        details.put("finding", finding(result, corrected));
        String reason = result.undetermined();
        if (reason != null) {
            details.put("reason", reason);
        }
        return details;
    }

    private String finding(WatermarkResult result, double corrected) {
        if (result.undetermined() != null) {
            return "UNDETERMINED";
        }
        return corrected <= options.level() ? "FOUND" : "NOT_FOUND_WITH_THIS_PROFILE";
    }

    private @Nullable Span span(Finding finding, String name) {
        Span tokens = finding.result().tokens();
        Tokenizer tokenizer = tokenizers.get(name);
        int[] ids = finding.reading().tokens().get(name);
        if (tokens == null || tokenizer == null || ids == null) {
            return null;
        }
        View view = finding.reading().view();
        int from = characters(tokenizer, ids, tokens.from(), view.text().length());
        int to = Math.max(
                from, characters(tokenizer, ids, tokens.to(), view.text().length()));
        return view.toOriginal(from, to);
    }

    /** Where a token begins, in UTF-16 units; inside a character that tokens share, where that character begins. */
    private static int characters(Tokenizer tokenizer, int[] ids, int token, int length) {
        String before = tokenizer.decode(Arrays.copyOf(ids, token));
        int end = before.length();
        while (end > 0 && before.charAt(end - 1) == '\uFFFD' && token < ids.length) {
            end--;
        }
        return Math.min(end, length);
    }
}
