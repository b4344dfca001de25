package io.scapa.curation.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.Candidate;
import io.scapa.curation.io.LineFaults;
import io.scapa.curation.recipe.FilterSettings;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizers;
import io.scapa.text.view.TextViews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Our filters next to what another tool kept of the same documents. Documents are told by their text, since other tools make up ids
 * where there are none.
 */
public final class FilterComparison {
    private static final int SHOWN = 20;

    private final Filters filters;
    private final Set<ContentHash> kept = new HashSet<>();
    private final Map<String, long[]> byReason = new TreeMap<>();
    private final List<String> differing = new ArrayList<>();
    private long both;
    private long neither;
    private long onlyOurs;
    private long onlyTheirs;

    /** A comparison of a recipe's filters. */
    public FilterComparison(FilterSettings settings) throws IOException {
        this.filters = new Filters(settings);
    }

    /** An assessment that says nothing: filters look at texts. */
    public static Assessment unassessed(Document document) {
        String clean = TextViews.of(document.text()).clean().text();
        return new Assessment(
                String.valueOf(document.id()),
                ContentHash.ofCleanText(clean),
                document.language(),
                Tokenizers.named(Tokenizers.DEFAULT).count(clean),
                new SyntheticScore(0, 0.5, 0.5, new Interval(0, 1), null, Verdict.undetermined("not assessed")),
                List.of(),
                new DocumentProvenance(Origin.UNDETERMINED, null, new PoolProbabilities(0, 0, 0, 1), 0),
                "none");
    }

    /** Takes what the other tool kept: JSON lines with a {@code text}. */
    public void kept(Path file, LineFaults faults) throws IOException {
        try (LineReader lines = LineReader.open(file, ReadLimits.STANDARD)) {
            while (lines.hasNext()) {
                switch (lines.next()) {
                    case RawLine.Broken broken ->
                        faults.fault(file, broken.number(), broken.reason(), null, broken.excerpt());
                    case RawLine.Utf8 line -> kept(file, line, faults);
                }
            }
        }
    }

    private void kept(Path file, RawLine.Utf8 line, LineFaults faults) throws IOException {
        try {
            JsonNode text = Json.mapper().readTree(line.bytes()).path("text");
            if (text.isTextual()) {
                kept.add(ContentHash.ofCleanText(
                        TextViews.of(text.textValue()).clean().text()));
            } else {
                faults.fault(file, line.number(), "a text is expected", "text", "");
            }
        } catch (JsonProcessingException e) {
            faults.fault(file, line.number(), "not JSON: " + e.getOriginalMessage(), null, "");
        }
    }

    /** Decides on a document and compares. */
    public void decide(Candidate candidate) throws IOException {
        Decision ours = filters.decide(candidate);
        boolean theirs = kept.contains(candidate.contentSha256());
        String reason = ours instanceof Decision.Drop drop ? drop.reason() : "keep";
        byReason.computeIfAbsent(reason, r -> new long[2])[theirs ? 0 : 1]++;
        boolean keep = ours instanceof Decision.Keep;
        both += keep && theirs ? 1 : 0;
        neither += !keep && !theirs ? 1 : 0;
        onlyOurs += keep && !theirs ? 1 : 0;
        onlyTheirs += !keep && theirs ? 1 : 0;
        if (keep != theirs && differing.size() < SHOWN) {
            differing.add(candidate.id() + ": ours " + reason + ", theirs " + (theirs ? "keep" : "drop"));
        }
    }

    /** How many documents only one of the two keeps. */
    public long disagreements() {
        return onlyOurs + onlyTheirs;
    }

    /** The counts, by our reason, and the first documents that differ. */
    public String report() {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "kept by both %,d, dropped by both %,d, kept by us only %,d, by them only %,d%n",
                both,
                neither,
                onlyOurs,
                onlyTheirs));
        byReason.forEach((reason, counts) -> report.append(String.format(
                Locale.ROOT, "  ours %-36s theirs keep %,8d  drop %,8d%n", reason, counts[0], counts[1])));
        differing.forEach(line -> report.append("  ").append(line).append('\n'));
        return report.toString();
    }
}
