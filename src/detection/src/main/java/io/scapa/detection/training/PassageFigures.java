package io.scapa.detection.training;

import io.scapa.detection.segmentation.Segmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What finding passages is worth on sources not seen: the passages section of a model's card. */
final class PassageFigures {
    private static final int LONG = 600;

    private final List<Row> rows = new ArrayList<>();

    /** One text, what was found in it, its share where it is told to be mixed, and how passages overlap with the truth, asked and told. */
    private record Row(Splice text, Segmentation found, Segmentation mixed, Overlap asked, Overlap told) {}

    /** Characters rightly and wrongly called synthetic, and missed. */
    private record Overlap(long right, long wrong, long missed) {
        static Overlap of(Splice text, Segmentation found) {
            long right = 0;
            long wrong = 0;
            long made = 0;
            for (Splice.Stretch stretch : text.stretches()) {
                made += stretch.synthetic() ? stretch.to() - stretch.from() : 0;
                for (Segmentation.Passage passage : found.synthetic()) {
                    long both = Math.max(
                            0,
                            Math.min(stretch.to(), passage.span().to())
                                    - Math.max(stretch.from(), passage.span().from()));
                    right += stretch.synthetic() ? both : 0;
                    wrong += stretch.synthetic() ? 0 : both;
                }
            }
            return new Overlap(right, wrong, made - right);
        }

        static Overlap sum(Overlap a, Overlap b) {
            return new Overlap(a.right + b.right, a.wrong + b.wrong, a.missed + b.missed);
        }

        double precision() {
            return right / (double) Math.max(1, right + wrong);
        }

        double recall() {
            return right / (double) Math.max(1, right + missed);
        }

        double f1() {
            return 2 * right / (double) Math.max(1, 2 * right + wrong + missed);
        }
    }

    void add(Splice text, Segmentation asked, Segmentation told) {
        rows.add(new Row(text, asked, told, Overlap.of(text, asked), Overlap.of(text, told)));
    }

    /** The section, in Markdown. */
    String text() {
        StringBuilder out = new StringBuilder("## Passages\n\n");
        out.append(
                "Texts spliced from human and synthetic texts of one source and domain, 20 to 80% synthetic, parted by a model"
                        + " that saw neither their sources nor texts of their prompts. *Share, mixed*: mean absolute error of the share given"
                        + " that the text is mixed (always saying one half errs by *half*). *Found*: texts with a passage. *Share*: error of the"
                        + " share that is reported, 0 where no passage is found. *In interval*: texts whose share lies in its 90% interval. F1 by characters; *F1, mixed*: told that the text is mixed.\n\n");
        out.append(
                "| texts | n | half | share, mixed | in interval, mixed | F1, mixed | found | share | in interval, found | precision | recall | F1 |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        line(out, "all", r -> r.text().kind().isMixed());
        for (String origin : List.of("generated", "attacked", "edited")) {
            line(
                    out,
                    origin,
                    r -> r.text().kind().isMixed() && r.text().origin().equals(origin));
        }
        line(
                out,
                "under " + LONG + " tokens",
                r -> r.text().kind().isMixed() && r.text().tokens() < LONG);
        line(
                out,
                LONG + " tokens or more",
                r -> r.text().kind().isMixed() && r.text().tokens() >= LONG);
        for (Splice.Kind kind : Splice.Kind.values()) {
            if (kind.isMixed()) {
                line(
                        out,
                        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        r -> r.text().kind() == kind);
            }
        }
        for (int fold = 0; fold < SourceFolds.COUNT; fold++) {
            int f = fold;
            line(
                    out,
                    "source group " + (fold + 1),
                    r -> r.text().kind().isMixed() && r.text().fold() == f);
        }
        out.append(
                "\n| texts all human or all synthetic | n | with a passage | mean share reported |\n|---|---|---|---|\n");
        single(out, "human", r -> r.text().kind() == Splice.Kind.HUMAN);
        several(out, Splicer.Length.LONG);
        several(out, Splicer.Length.BOOK);
        for (String source : sources()) {
            single(
                    out,
                    "human, " + source,
                    r -> r.text().kind() == Splice.Kind.HUMAN
                            && r.text().source().equals(source));
        }
        single(out, "synthetic", r -> r.text().kind() == Splice.Kind.SYNTHETIC);
        return out.append('\n').toString();
    }

    private void several(StringBuilder out, Splicer.Length length) {
        single(
                out,
                String.format(Locale.ROOT, "several human texts, %,d to %,d tokens", length.least(), length.most()),
                r -> r.text().kind() == Splice.Kind.HUMANS
                        && r.text().tokens() >= length.least()
                        && r.text().tokens() < length.most());
    }

    private TreeSet<String> sources() {
        TreeSet<String> sources = new TreeSet<>();
        rows.stream()
                .filter(r -> r.text().kind() == Splice.Kind.HUMAN)
                .forEach(r -> sources.add(r.text().source()));
        return sources;
    }

    private void line(StringBuilder out, String name, Predicate<Row> in) {
        List<Row> chosen = rows.stream().filter(in).toList();
        if (chosen.isEmpty()) {
            return;
        }
        Overlap asked = chosen.stream().map(Row::asked).reduce(new Overlap(0, 0, 0), Overlap::sum);
        Overlap told = chosen.stream().map(Row::told).reduce(new Overlap(0, 0, 0), Overlap::sum);
        out.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |\n",
                name,
                chosen.size(),
                mean(chosen, r -> Math.abs(0.5 - r.text().share())),
                mean(chosen, r -> Math.abs(r.mixed().shareIfMixed() - r.text().share())),
                mean(chosen, r -> r.mixed().intervalIfMixed().contains(r.text().share()) ? 1 : 0),
                told.f1(),
                mean(chosen, r -> r.found().synthetic().isEmpty() ? 0 : 1),
                mean(chosen, r -> Math.abs(r.found().syntheticShare() - r.text().share())),
                mean(
                        chosen.stream()
                                .filter(r -> !r.found().synthetic().isEmpty())
                                .toList(),
                        r -> r.found().shareInterval().contains(r.text().share()) ? 1 : 0),
                asked.precision(),
                asked.recall(),
                asked.f1()));
    }

    private void single(StringBuilder out, String name, Predicate<Row> in) {
        List<Row> chosen = rows.stream().filter(in).toList();
        if (!chosen.isEmpty()) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %.3f |\n",
                    name,
                    chosen.size(),
                    mean(chosen, r -> r.found().synthetic().isEmpty() ? 0 : 1),
                    mean(chosen, r -> r.found().syntheticShare())));
        }
    }

    private static double mean(List<Row> rows, java.util.function.ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).average().orElse(0);
    }
}
