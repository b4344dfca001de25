package io.scapa.curation.manifest;

import io.scapa.provenance.Pool;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders what this dataset contributes to the public summary of training content that Article 53(1)(d) of Regulation (EU)
 * 2024/1689 asks of providers: modality and size, sources, synthetic data, and how the data was processed. It fills the parts that
 * can be measured; what only the provider knows is left to the provider and said so.
 */
public final class TrainingContentSummary {
    private static final int LISTED = 100;

    private TrainingContentSummary() {}

    /** The table in Markdown. */
    public static String render(Manifest manifest) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "# Training content: %s, version %s",
                manifest.recipe().name(),
                manifest.recipe().version());
        line(
                out,
                "As of %s. Input to the summary under Article 53(1)(d) of Regulation (EU) 2024/1689.",
                manifest.recipe().asOf());
        line(out, "## 1. General information");
        row(out, "item", "content");
        row(out, "---", "---");
        row(out, "Dataset provider", manifest.recipe().creator().name());
        row(out, "Modality", "text");
        row(
                out,
                "Size",
                String.format(
                        Locale.ROOT,
                        "%,d documents, %,d tokens (%s)",
                        manifest.documents(),
                        manifest.tokens(),
                        manifest.recipe().tokenizer()));
        row(out, "Licence of the compilation", manifest.recipe().license());
        row(out, "Mixture by tokens", Words.shares(manifest));
        out.append('\n');
        sources(manifest, out);
        line(out, "## 3. Synthetic data");
        line(out, "%s", Words.syntheticData(manifest));
        PoolShare alpha = manifest.realised().pools().get(Pool.CURRENT_MODEL.ordinal());
        line(
                out,
                "Documents most probably written by a current model: %,d. Which models is recorded per document where it is known.",
                alpha.documents());
        line(out, "## 4. Processing");
        line(out, "%s %s", Words.preprocessing(manifest), Words.selection());
        line(out, "Put aside: %s.", dropped(manifest));
        line(
                out,
                "Not measured here: measures on copyright reservations and on illegal content. The provider states them.");
        return out.toString();
    }

    private static void sources(Manifest manifest, StringBuilder out) {
        Map<String, SourceShare> taken = new HashMap<>();
        manifest.realised().sources().forEach(source -> taken.put(source.source(), source));
        line(out, "## 2. Sources: what was offered, and what was taken");
        row(out, "source", "documents offered", "tokens offered", "tokens taken", "share", "SHA-256 of the snapshot");
        row(out, "---", "---", "---", "---", "---", "---");
        manifest.snapshot().sources().stream().limit(LISTED).forEach(source -> {
            SourceShare own = taken.getOrDefault(source.source(), new SourceShare(source.source(), 0, 0, 0));
            row(
                    out,
                    source.source().replace("|", "\\|"),
                    String.format(Locale.ROOT, "%,d", source.documents()),
                    String.format(Locale.ROOT, "%,d", source.tokens()),
                    String.format(Locale.ROOT, "%,d", own.tokens()),
                    String.format(Locale.ROOT, "%.2f%%", 100 * own.share()),
                    source.sha256());
        });
        int more = manifest.snapshot().sources().size() - LISTED;
        if (more > 0) {
            row(out, more + " more", "in manifest.json", "", "", "", "");
        }
        out.append('\n');
    }

    private static String dropped(Manifest manifest) {
        Map<String, Long> happened = Words.putAside(manifest);
        return happened.isEmpty()
                ? "nothing"
                : happened.entrySet().stream()
                        .map(reason -> String.format(Locale.ROOT, "%s %,d", reason.getKey(), reason.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static void row(StringBuilder out, String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append("\n\n");
    }
}
