package io.scapa.curation.filter;

import io.scapa.curation.recipe.PiiKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds personal data by its form, and masks it. Forms are those that corpora of the field look for (Dolma: L. Soldaini et al., 2024,
 * arXiv 2402.00159, section 3; FineWeb: e-mail and public IP addresses), with their check digits where they have any. What has no
 * form, a name or a street, is not found. Safe for use by several threads.
 */
public final class PersonalData {
    private final Set<PiiKind> kinds;

    public PersonalData(Collection<PiiKind> kinds) {
        this.kinds = kinds.isEmpty() ? EnumSet.noneOf(PiiKind.class) : EnumSet.copyOf(kinds);
    }

    /**
     * One finding.
     *
     * @param kind what it is
     * @param from its first character
     * @param to the character after its last
     */
    public record Finding(PiiKind kind, int from, int to) {}

    /** All findings in the order of the text; of two that overlap the earlier, then the longer. */
    public List<Finding> find(String text) {
        List<Finding> all = new ArrayList<>();
        boolean digits = hasDigit(text);
        for (PiiKind kind : kinds) {
            if (kind == PiiKind.EMAIL ? text.indexOf('@') >= 0 : digits || kind == PiiKind.IP) {
                find(kind, text, all);
            }
        }
        all.sort(Comparator.comparingInt(Finding::from).thenComparing(Finding::to, Comparator.reverseOrder()));
        List<Finding> apart = new ArrayList<>();
        for (Finding finding : all) {
            if (apart.isEmpty() || finding.from >= apart.getLast().to) {
                apart.add(finding);
            }
        }
        return apart;
    }

    private static void find(PiiKind kind, String text, List<Finding> all) {
        PiiPattern pattern = PiiPattern.of(kind);
        Matcher matcher = pattern.form().matcher(text);
        while (matcher.find()) {
            if (pattern.proof().test(matcher.group())) {
                all.add(new Finding(kind, matcher.start(), matcher.end()));
            }
        }
    }

    /** The first finding, or null. */
    public @Nullable Finding first(String text) {
        List<Finding> all = find(text);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The text with each finding replaced by the name of its kind in brackets; the text itself where nothing is found. */
    public String mask(String text) {
        List<Finding> all = find(text);
        if (all.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int at = 0;
        for (Finding finding : all) {
            masked.append(text, at, finding.from)
                    .append('[')
                    .append(finding.kind.word())
                    .append(']');
            at = finding.to;
        }
        return masked.append(text, at, text.length()).toString();
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
