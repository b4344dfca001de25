package io.scapa.curation.manifest;

import io.scapa.curation.filter.RepeatedParagraphs;
import io.scapa.curation.plan.CalibrationShift;
import io.scapa.curation.recipe.DecontaminationSettings;
import io.scapa.curation.recipe.FilterSettings;
import io.scapa.curation.recipe.NearDedupSettings;
import io.scapa.curation.recipe.PiiKind;
import io.scapa.curation.recipe.PiiSettings;
import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Pool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the manifest says in sentences; the Croissant file and the card share them. */
final class Words {
    private Words() {}

    static String description(Manifest manifest) {
        String given = manifest.recipe().description();
        String made = String.format(
                Locale.ROOT,
                "%,d documents, %,d tokens (%s), blended to a recipe: %s.",
                manifest.documents(),
                manifest.tokens(),
                manifest.recipe().tokenizer(),
                shares(manifest));
        return given.isEmpty() ? made : given.strip() + " " + made;
    }

    static String shares(Manifest manifest) {
        return manifest.realised().pools().stream()
                .map(p -> String.format(
                        Locale.ROOT,
                        "%s %.2f%% [%.2f, %.2f]",
                        p.pool().symbol(),
                        100 * p.share(),
                        100 * p.interval().lower(),
                        100 * p.interval().upper()))
                .collect(Collectors.joining(", "));
    }

    /** Whether model output is in it: a thousandth of the tokens or more is expected to be. */
    static boolean hasSynthetic(Manifest manifest) {
        return manifest.realised().mixture().alpha() >= 0.001;
    }

    static String syntheticData(Manifest manifest) {
        PoolShare alpha = manifest.realised().pools().get(Pool.CURRENT_MODEL.ordinal());
        return String.format(
                Locale.ROOT,
                "Expected share of current-model output by tokens: %.4f, 95%% interval %.4f to %.4f. The previous generation's data "
                        + "(%.4f of the tokens) may hold output of earlier models.",
                alpha.share(),
                alpha.interval().lower(),
                alpha.interval().upper(),
                manifest.realised().mixture().beta());
    }

    static String limitations(Manifest manifest) {
        String basis = manifest.audit().isEmpty()
                ? "no audit was made"
                : String.format(
                        Locale.ROOT,
                        "the limits rest on an audit of %,d documents as well",
                        manifest.audit().size());
        String words = String.format(
                Locale.ROOT,
                "Origin labels are posterior probabilities, not facts. The intervals rest on the detector, with an assumed common "
                        + "calibration error of standard deviation %.1f in log-odds; %s.",
                CalibrationShift.SD,
                basis);
        double split = manifest.realised().splitWithoutDate();
        return split == 0
                ? words
                : words
                        + String.format(
                                Locale.ROOT,
                                " The pool of %.2f%% of the tokens was split between gamma, beta and eta by a prior, for want of a date.",
                                100 * split);
    }

    static String biases() {
        return "A detector errs more often on some registers, dialects and languages than on others; selection by its "
                + "probabilities shifts the dataset away from human text that resembles model output. Sources keep their own biases.";
    }

    static String personalInformation(Manifest manifest) {
        PiiSettings pii = manifest.recipe().filters().pii();
        if (pii == null) {
            return "Not examined; texts from the web may name people.";
        }
        String kinds = pii.kinds().stream().map(PiiKind::word).collect(Collectors.joining(", "));
        return (pii.action() == PiiSettings.Action.MASK
                        ? "What has the form of personal data was replaced by its kind in brackets: "
                        : "Documents with what has the form of personal data were left out: ")
                + kinds + ". Names and addresses have no form: they were not looked for and may be there.";
    }

    static String useCases() {
        return "Training of language models where the share of model output must be known. Not for judging whether a person wrote "
                + "a single text.";
    }

    static String socialImpact() {
        return "Known shares of synthetic text help to avoid model collapse and the silent loss of rare human writing.";
    }

    /** Every step that the recipe asked for, in the order in which it was taken. */
    static String preprocessing(Manifest manifest) {
        Recipe recipe = manifest.recipe();
        FilterSettings filters = recipe.filters();
        List<String> steps = new ArrayList<>();
        steps.add("Texts are exported in their clean view: invisible carriers removed, Unicode NFC, line feeds.");
        if (filters.repeatedParagraphs()) {
            steps.add("A paragraph of " + RepeatedParagraphs.LEAST_WORDS
                    + " words or more that stood in several documents was kept in one of them.");
        }
        if (filters.pii() != null) {
            steps.add(personalInformation(manifest));
        }
        String left = leftOut(filters);
        if (!left.isEmpty()) {
            steps.add("Documents were left out " + left + ".");
        }
        steps.add("Exact duplicates by the " + recipe.dedup().name().toLowerCase(Locale.ROOT)
                + " view were reduced to one document.");
        NearDedupSettings near = recipe.nearDedup();
        if (near != null) {
            steps.add(String.format(
                    Locale.ROOT,
                    "Of documents whose %d-word shingles have a Jaccard similarity of %s or more one was kept (MinHash, %d bands of %d, "
                            + "pairs verified).",
                    near.words(),
                    near.jaccard(),
                    near.bands(),
                    near.rows()));
        }
        return String.join(" ", steps);
    }

    private static String leftOut(FilterSettings filters) {
        List<String> rules = new ArrayList<>();
        if (filters.minTokens() > 0) {
            rules.add(String.format(Locale.ROOT, "below %,d tokens", filters.minTokens()));
        }
        if (filters.maxTokens() < Integer.MAX_VALUE) {
            rules.add(String.format(Locale.ROOT, "above %,d tokens", filters.maxTokens()));
        }
        if (!filters.languages().isEmpty()) {
            rules.add("in other languages than " + String.join(", ", filters.languages()));
        }
        if (!filters.licenses().isEmpty()) {
            rules.add("under other licences than " + String.join(", ", filters.licenses()));
        }
        DecontaminationSettings benchmarks = filters.decontamination();
        if (benchmarks != null) {
            rules.add("with " + benchmarks.words() + " words in a row of the benchmarks "
                    + String.join(", ", benchmarks.files()));
        }
        if (!filters.pages().isEmpty()) {
            rules.add("by the rules " + String.join(", ", filters.pages().keySet())
                    + " (thresholds in the recipe, else their papers')");
        }
        return String.join("; ", rules);
    }

    /** What was put aside before planning, by reason, where there was any. */
    static Map<String, Long> putAside(Manifest manifest) {
        Map<String, Long> happened = new TreeMap<>(manifest.dropped());
        happened.values().removeIf(count -> count == 0);
        return happened;
    }

    static String selection() {
        return "Tokens per cell (pool, bin of P(alpha), stratum) by linear program; documents in the order of SHA-256(seed key, id) up "
                + "to the tokens of their cell. The recipe and the seed are in manifest.json, so that the draw can be repeated.";
    }

    /** A text as part of a URN: everything but letters, digits, dots, hyphens and underscores percent-encoded. */
    static String urnPart(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
