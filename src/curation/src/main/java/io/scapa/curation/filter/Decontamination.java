package io.scapa.curation.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.BadInputException;
import io.scapa.curation.dedup.WordShingles;
import io.scapa.curation.recipe.DecontaminationSettings;
import io.scapa.curation.table.LongSet;
import io.scapa.provenance.ContentHash;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text holds a run of words of a benchmark: T. Brown et al., "Language models are few-shot learners" (2020), arXiv
 * 2005.14165, appendix C. Words are in lower case without punctuation; a run has 13 words, and as many as the benchmark text has
 * where those are 8 to 12; shorter benchmark texts would hit by chance and are left out. Unlike there a document goes as a whole
 * instead of being cut around the run, and runs that many documents share count as well. Safe for use by several threads.
 */
public final class Decontamination {
    private static final int SHORTEST = 8;

    private final Map<Integer, LongSet> runs = new TreeMap<>();
    private final DecontaminationSettings settings;

    private Decontamination(DecontaminationSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads benchmarks.
     *
     * @throws IOException where a file cannot be read, holds no usable text, or is another than the settings name
     */
    static Decontamination read(DecontaminationSettings settings) throws IOException {
        Decontamination decontamination = new Decontamination(settings);
        MessageDigest digest = ContentHash.sha256();
        for (String file : settings.files()) {
            decontamination.read(Path.of(file), digest);
        }
        if (decontamination.runs.isEmpty()) {
            throw new BadInputException("decontamination: none of the texts of " + settings.files() + " has "
                    + Math.min(SHORTEST, settings.words()) + " words or more");
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (settings.sha256() != null && !settings.sha256().equals(found)) {
            throw new BadInputException("decontamination: the recipe names benchmarks with the hash "
                    + settings.sha256() + ", those of " + settings.files() + " have " + found);
        }
        return decontamination;
    }

    private void read(Path file, MessageDigest digest) throws IOException {
        try (LineReader lines = LineReader.open(file, ReadLimits.STANDARD)) {
            while (lines.hasNext()) {
                switch (lines.next()) {
                    case RawLine.Broken broken ->
                        throw new BadInputException(file + ":" + broken.number() + ": " + broken.reason());
                    case RawLine.Utf8 line -> {
                        digest.update(line.bytes());
                        digest.update((byte) '\n');
                        add(line.bytes());
                    }
                }
            }
        }
    }

    private void add(byte[] line) throws IOException {
        JsonNode json = line[0] == '{' ? json(line) : null;
        if (json == null) {
            add(new String(line, StandardCharsets.UTF_8));
        } else {
            addTexts(json);
        }
    }

    private static @Nullable JsonNode json(byte[] line) throws IOException {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void addTexts(JsonNode json) {
        if (json.isTextual()) {
            add(json.textValue());
        }
        json.forEach(this::addTexts);
    }

    private void add(String text) {
        int words = WordShingles.words(text);
        int length = Math.min(settings.words(), words);
        if (length >= Math.min(SHORTEST, settings.words())) {
            LongSet set = runs.computeIfAbsent(length, n -> new LongSet());
            for (long run : new WordShingles(length).of(text)) {
                set.add(run);
            }
        }
    }

    /** Whether a text holds a run of one of the benchmarks. */
    public boolean holds(String text) {
        for (Map.Entry<Integer, LongSet> length : runs.entrySet()) {
            for (long run : new WordShingles(length.getKey()).of(text)) {
                if (length.getValue().contains(run)) {
                    return true;
                }
            }
        }
        return false;
    }
}
