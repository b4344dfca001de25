package io.scapa.detection.residue;

import io.scapa.provenance.Evidence;
import io.scapa.text.view.TextViews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Looks for {@link ResiduePatterns} in the clean view; the first hit of each is reported with its place in the original. */
public final class ResidueDetector {
    /** Name of the evidence, before the pattern's. */
    public static final String NAME = "residue";

    private static final String VERSION = "1";
    private static final int LIMIT = 1 << 20;

    private final List<ResiduePattern> patterns;

    public ResidueDetector(List<ResiduePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** All hits, at most one a pattern, within the first million characters. */
    public List<Evidence> find(TextViews views) {
        String clean = views.clean().text();
        String text = clean.length() > LIMIT ? clean.substring(0, LIMIT) : clean;
        List<Evidence> found = new ArrayList<>(0);
        for (ResiduePattern pattern : patterns) {
            if (pattern.isPossible(text)) {
                Matcher matcher = pattern.expression().matcher(text);
                if (matcher.find()) {
                    found.add(evidence(pattern, matcher, views));
                }
            }
        }
        return found;
    }

    private static Evidence evidence(ResiduePattern pattern, Matcher matcher, TextViews views) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("source", pattern.source());
        if (pattern.isMeasured()) {
            details.put("humanTexts", pattern.human() + " of " + ResiduePattern.HUMANS);
            details.put("syntheticTexts", pattern.synthetic() + " of " + ResiduePattern.SYNTHETIC);
        } else {
            details.put("weight", "assumed: the corpora hold none");
        }
        return new Evidence(
                NAME + "/" + pattern.name(),
                VERSION,
                Evidence.Kind.RESIDUE,
                null,
                null,
                pattern.logLikelihoodRatio(),
                views.clean().toOriginal(matcher.start(), matcher.end()),
                details);
    }
}
