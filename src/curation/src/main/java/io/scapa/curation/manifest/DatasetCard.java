package io.scapa.curation.manifest;

import io.scapa.curation.plan.Shortage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Renders a manifest as a Hugging Face dataset card: YAML front matter for machines, a page for people. */
public final class DatasetCard {
    private static final int LISTED = 50;
    private static final Set<String> KNOWN_LICENSES = Set.of(
            "apache-2.0",
            "mit",
            "cc0-1.0",
            "cc-by-2.0",
            "cc-by-3.0",
            "cc-by-4.0",
            "cc-by-sa-3.0",
            "cc-by-sa-4.0",
            "cc-by-nc-4.0",
            "gpl-3.0",
            "odc-by",
            "odbl",
            "unknown");

    private DatasetCard() {}

    /** The card in Markdown. */
    public static String render(Manifest manifest) {
        StringBuilder out = new StringBuilder();
        frontMatter(manifest, out);
        line(out, "# %s", manifest.recipe().name());
        line(out, "%s", Words.description(manifest));
        mixture(manifest, out);
        limits(manifest, out);
        line(out, "%s", Words.syntheticData(manifest));
        line(out, "%s", Words.limitations(manifest));
        sources(manifest, out);
        line(out, "## How it was made");
        line(out, "%s %s", Words.preprocessing(manifest), Words.selection());
        line(
                out,
                "Recipe `sha256:%s`, inputs `sha256:%s`, assessed by %s.",
                manifest.recipe().hash(),
                manifest.snapshot().sha256(),
                String.join(", ", manifest.snapshot().releases().keySet()));
        putAside(manifest, out);
        for (Shortage shortage : manifest.plan().shortages()) {
            line(out, "Not fulfilled: %s.", shortage.explanation());
        }
        line(out, "## Collapse test");
        line(out, "%s", manifest.collapse().summary());
        line(out, "## Files");
        line(
                out,
                "`train/` holds %,d lines in %d shards. `manifest.json` lists every file with its SHA-256 and `croissant.json` "
                        + "describes the records; `scapa verify` re-checks both.",
                manifest.lines(),
                manifest.shards().size());
        return out.toString();
    }

    private static void frontMatter(Manifest manifest, StringBuilder out) {
        String license = manifest.recipe().license().toLowerCase(Locale.ROOT);
        out.append("---\n");
        out.append("license: ")
                .append(KNOWN_LICENSES.contains(license) ? license : "other")
                .append('\n');
        if (!KNOWN_LICENSES.contains(license)) {
            out.append("license_name: ")
                    .append(quoted(manifest.recipe().license()))
                    .append('\n');
        }
        out.append("pretty_name: ").append(quoted(manifest.recipe().name())).append('\n');
        out.append("size_categories:\n- ").append(size(manifest.lines())).append('\n');
        out.append("task_categories:\n- text-generation\n");
        boolean synthetic = Words.hasSynthetic(manifest);
        out.append("annotations_creators:\n- machine-generated\n");
        out.append("language_creators:\n- found\n").append(synthetic ? "- machine-generated\n" : "");
        out.append(synthetic ? "tags:\n- synthetic\n" : "");
        out.append("configs:\n- config_name: default\n  data_files:\n  - split: train\n    path: train/*.")
                .append(manifest.recipe().shards().format().suffix())
                .append("\n---\n\n");
    }

    private static void mixture(Manifest manifest, StringBuilder out) {
        line(out, "## Mixture, by tokens");
        out.append("| pool | asked | tolerance | realised | 95% interval |\n|---|---|---|---|---|\n");
        for (PoolShare p : manifest.realised().pools()) {
            out.append(String.format(
                            Locale.ROOT,
                            "| %s | %.2f%% | %.2f points | %.2f%% | %.2f to %.2f%% |%n",
                            p.pool().symbol(),
                            100 * p.target(),
                            100 * p.tolerance(),
                            100 * p.share(),
                            100 * p.interval().lower(),
                            100 * p.interval().upper())
                    .replace(System.lineSeparator(), "\n"));
        }
        out.append('\n');
    }

    private static void limits(Manifest manifest, StringBuilder out) {
        for (LimitOutcome limit : manifest.realised().limits()) {
            String basis = limit.audited() == 0
                    ? "the detector alone"
                    : String.format(
                            Locale.ROOT,
                            "the audit, with %,d labels in the cells that were taken from",
                            limit.audited());
            line(
                    out,
                    "**%s**: at most %.2f%% asked for, %s %.2f%%: %s. It rests on %s.",
                    limit.name(),
                    100 * limit.limit(),
                    limit.confidence() == null
                            ? "expected"
                            : String.format(Locale.ROOT, "with %s%% confidence at most", percent(limit.confidence())),
                    100 * limit.bound(),
                    limit.holds() ? "it holds" : "IT DOES NOT HOLD",
                    basis);
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static void sources(Manifest manifest, StringBuilder out) {
        List<SourceShare> sources = manifest.realised().sources();
        line(out, "## Sources");
        out.append("| source | documents | tokens | share |\n|---|---|---|---|\n");
        sources.stream()
                .limit(LISTED)
                .forEach(source -> out.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d | %.2f%% |\n",
                        source.source().replace("|", "\\|").replace("\n", " "),
                        source.documents(),
                        source.tokens(),
                        100 * source.share())));
        if (sources.size() > LISTED) {
            out.append(String.format(Locale.ROOT, "| %,d more | in manifest.json | | |\n", sources.size() - LISTED));
        }
        out.append('\n');
    }

    private static void putAside(Manifest manifest, StringBuilder out) {
        Map<String, Long> aside = Words.putAside(manifest);
        if (aside.isEmpty()) {
            return;
        }
        out.append("| put aside | documents |\n|---|---|\n");
        aside.forEach((reason, count) -> out.append(String.format(Locale.ROOT, "| %s | %,d |\n", reason, count)));
        out.append('\n');
    }

    /** The Hub's word for a number of lines. */
    private static String size(long lines) {
        String[] steps = {"1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T"};
        long limit = 1000;
        for (int i = 0; i < steps.length; i++, limit *= 10) {
            if (lines < limit) {
                return i == 0 ? "n<1K" : steps[i - 1] + "<n<" + steps[i];
            }
        }
        return "n>1T";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append("\n\n");
    }
}
