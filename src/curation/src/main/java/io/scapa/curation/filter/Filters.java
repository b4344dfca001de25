package io.scapa.curation.filter;

import io.scapa.curation.Candidate;
import io.scapa.curation.recipe.DecontaminationSettings;
import io.scapa.curation.recipe.FilterSettings;
import io.scapa.curation.recipe.PiiSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters of a recipe, in a fixed order; the first that drops a document names the reason. */
public final class Filters {
    /** A known filter: its thresholds and how it is made. */
    private record Known(Map<String, Double> defaults, PageFilter.Factory factory) {}

    private final FilterSettings settings;
    private final List<PageFilter> pages = new ArrayList<>();
    private final @Nullable PersonalData pii;
    private final @Nullable Decontamination decontamination;

    /**
     * The filters of a recipe.
     *
     * @throws IOException where a file of benchmark texts cannot be read, or is another than the recipe names
     */
    public Filters(FilterSettings settings) throws IOException {
        this.settings = settings;
        known().forEach((name, known) -> {
            Map<String, Double> chosen = settings.pages().get(name);
            if (chosen != null) {
                Map<String, Double> thresholds = new HashMap<>(known.defaults());
                thresholds.putAll(chosen);
                pages.add(known.factory().with(thresholds));
            }
        });
        PiiSettings personal = settings.pii();
        this.pii = personal != null && personal.action() == PiiSettings.Action.DROP
                ? new PersonalData(personal.kinds())
                : null;
        DecontaminationSettings benchmarks = settings.decontamination();
        this.decontamination = benchmarks == null ? null : Decontamination.read(benchmarks);
    }

    /** The thresholds of each known filter by its name in recipes. A new filter is one line here. */
    public static Map<String, Map<String, Double>> thresholds() {
        Map<String, Map<String, Double>> thresholds = new LinkedHashMap<>();
        known().forEach((name, known) -> thresholds.put(name, known.defaults()));
        return thresholds;
    }

    private static Map<String, Known> known() {
        Map<String, Known> known = new LinkedHashMap<>();
        known.put(GopherQuality.NAME, new Known(GopherQuality.defaults(), GopherQuality::new));
        known.put(GopherRepetition.NAME, new Known(GopherRepetition.defaults(), GopherRepetition::new));
        known.put(C4Rules.NAME, new Known(C4Rules.defaults(), C4Rules::new));
        known.put(FineWebRules.NAME, new Known(FineWebRules.defaults(), FineWebRules::new));
        return known;
    }

    /** Whether there is any. */
    public boolean isEmpty() {
        return pages.isEmpty() && settings.equals(FilterSettings.none());
    }

    /** Whether any of them reads texts. */
    public boolean readTexts() {
        return !pages.isEmpty() || pii != null || decontamination != null;
    }

    /**
     * Decides on a candidate; the text is read only where a filter needs it.
     *
     * @throws IOException where it cannot be read
     */
    public Decision decide(Candidate candidate) throws IOException {
        if (candidate.tokens() < settings.minTokens() || candidate.tokens() > settings.maxTokens()) {
            return new Decision.Drop("tokens");
        }
        if (!settings.languages().isEmpty() && !settings.languages().contains(String.valueOf(candidate.language()))) {
            return new Decision.Drop("language");
        }
        if (!settings.licenses().isEmpty()
                && !settings.licenses()
                        .contains(String.valueOf(candidate.attributes().get("license")))) {
            return new Decision.Drop("license");
        }
        if (decontamination != null && decontamination.holds(candidate.text().clean())) {
            return new Decision.Drop("decontamination");
        }
        if (pii != null) {
            PersonalData.Finding first = pii.first(candidate.text().clean());
            if (first != null) {
                return new Decision.Drop("pii/" + first.kind().word());
            }
        }
        if (pages.isEmpty()) {
            return Decision.KEEP;
        }
        PageText page = PageText.of(candidate.text().clean());
        for (PageFilter filter : pages) {
            if (filter.decide(candidate, page) instanceof Decision.Drop drop) {
                return drop;
            }
        }
        return Decision.KEEP;
    }
}
