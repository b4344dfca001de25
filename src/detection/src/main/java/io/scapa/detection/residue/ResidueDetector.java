package io.scapa.detection.residue;

import io.scapa.provenance.Evidence;
import io.scapa.text.view.TextViews;
import io.scapa.text.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Looks for {@link ResiduePatterns} in the clean view, and in the folded one where look-alike letters may hide them; the first hit
 * of each is reported with its place in the original. */
public final class ResidueDetector {
    /** Name of the evidence, before the pattern's. */
    public static final String NAME = "residue";

    private static final String VERSION = "1";
    private static final int LIMIT = 1 << 20;
    private static final char FIRST_OTHER_SCRIPT = '\u0250';
    private static final char PUNCTUATION = '\u2000';
    private static final char FULL_WIDTH = '\uff00';

    private final List<ResiduePattern> patterns;

    public ResidueDetector(List<ResiduePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** All hits, at most one a pattern, within the first million characters. */
    public List<Evidence> find(TextViews views) {
        String clean = start(views.clean());
        View disguised = mayBeDisguised(clean) ? views.folded() : null;
        List<Evidence> found = new ArrayList<>(0);
        for (ResiduePattern pattern : patterns) {
            Evidence evidence = find(pattern, clean, views.clean());
            if (evidence == null && disguised != null) {
                evidence = find(pattern, start(disguised), disguised);
            }
            if (evidence != null) {
                found.add(evidence);
            }
        }
        return found;
    }

    private static String start(View view) {
        String text = view.text();
        return text.length() > LIMIT ? text.substring(0, LIMIT) : text;
    }

    /** Whether a letter of another script may stand for a Latin one. */
    private static boolean mayBeDisguised(String clean) {
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c >= FIRST_OTHER_SCRIPT && (c < PUNCTUATION || c >= FULL_WIDTH)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Evidence find(ResiduePattern pattern, String text, View view) {
        if (!pattern.isPossible(text)) {
            return null;
        }
        Matcher matcher = pattern.expression().matcher(text);
        return matcher.find() ? evidence(pattern, matcher, view) : null;
    }

    private static Evidence evidence(ResiduePattern pattern, Matcher matcher, View view) {
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
                view.toOriginal(matcher.start(), matcher.end()),
                details);
    }
}
