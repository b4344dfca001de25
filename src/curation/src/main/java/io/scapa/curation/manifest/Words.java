package io.scapa.curation.manifest;

import io.scapa.curation.plan.CalibrationShift;
import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Pool;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
        return String.format(
                Locale.ROOT,
                "Origin labels are posterior probabilities, not facts. The intervals rest on the detector, with an assumed common "
                        + "calibration error of standard deviation %.1f in log-odds; %s. The pool of %.2f%% of the tokens was split "
                        + "between gamma, beta and eta by a prior, for want of a date.",
                CalibrationShift.SD,
                basis,
                100 * manifest.realised().splitWithoutDate());
    }

    static String biases() {
        return "A detector errs more often on some registers, dialects and languages than on others; selection by its "
                + "probabilities shifts the dataset away from human text that resembles model output. Sources keep their own biases.";
    }

    static String personalInformation() {
        return "Not examined beyond what the sources declare; texts from the web may name people.";
    }

    static String useCases() {
        return "Training of language models where the share of model output must be known. Not for judging whether a person wrote "
                + "a single text.";
    }

    static String socialImpact() {
        return "Known shares of synthetic text help to avoid model collapse and the silent loss of rare human writing.";
    }

    static String preprocessing(Manifest manifest) {
        Recipe recipe = manifest.recipe();
        return "Texts are exported in their clean view: invisible carriers removed, Unicode NFC, line feeds. Exact duplicates by the "
                + recipe.dedup().name().toLowerCase(Locale.ROOT) + " view were reduced to one document.";
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
