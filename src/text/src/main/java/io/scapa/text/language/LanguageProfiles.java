package io.scapa.text.language;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.optimaize.langdetect.profiles.LanguageProfile;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The n-gram profiles of some languages that share a script: naive Bayes over the letters, pairs and triples of each word,
 * as in N. Shuyo, "Language Detection Library for Java" (2010), whose Wikipedia profiles the language-detector library
 * carries. That library samples n-grams at random until it is sure; here every n-gram of the sample counts, so there is no
 * randomness, and one table look-up serves all languages. Immutable.
 */
final class LanguageProfiles {
    /** What an n-gram that a language lacks counts: half an occurrence in ten thousand, as in the library. */
    private static final double SMOOTHING = 0.5e-4;
    /** Overlapping n-grams of a word are far from independent: their evidence counts by a part. */
    private static final double INDEPENDENCE = 0.2;

    private final String[] codes;
    private long[] keys = new long[1 << 16];
    private int[] rows = new int[1 << 16];
    private float[] logs;
    private int used;

    /**
     * The best language.
     *
     * @param code ISO 639-1
     * @param probability in [0, 1], of it among the languages of the profiles
     */
    record Match(String code, double probability) {}

    private LanguageProfiles(String... codes) {
        this.codes = codes;
        this.logs = new float[codes.length << 14];
        for (int language = 0; language < codes.length; language++) {
            load(language);
        }
    }

    static LanguageProfiles latin() {
        return Latin.PROFILES;
    }

    static LanguageProfiles cyrillic() {
        return Cyrillic.PROFILES;
    }

    static LanguageProfiles arabic() {
        return Arabic.PROFILES;
    }

    static LanguageProfiles devanagari() {
        return Devanagari.PROFILES;
    }

    private static final class Latin {
        private static final LanguageProfiles PROFILES = new LanguageProfiles(
                "en", "de", "es", "fr", "it", "pt", "nl", "id", "ms", "sv", "da", "no", "fi", "pl", "cs", "sk", "hr",
                "sl", "hu", "ro", "tr", "vi", "tl", "sw", "af", "ca", "sq", "et", "lv", "lt", "eu", "is");
    }

    private static final class Cyrillic {
        private static final LanguageProfiles PROFILES = new LanguageProfiles("ru", "uk", "be", "bg", "mk", "sr");
    }

    private static final class Arabic {
        private static final LanguageProfiles PROFILES = new LanguageProfiles("ar", "fa", "ur");
    }

    private static final class Devanagari {
        private static final LanguageProfiles PROFILES = new LanguageProfiles("hi", "mr", "ne");
    }

    /** The best language for the words of a text. */
    Match match(String text) {
        double[] sums = new double[codes.length];
        WordGrams.forEach(text, key -> add(key, sums));
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        double all = 0;
        for (double sum : sums) {
            all += Math.exp((sum - sums[best]) * INDEPENDENCE);
        }
        return new Match(codes[best], 1 / all);
    }

    private void add(long key, double[] sums) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            return;
        }
        int row = rows[slot];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += logs[row + i];
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void load(int language) {
        String resource = "/languages/" + codes[language];
        try (InputStream in = LanguageProfile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the language-detector library lacks " + resource);
            }
            read(in, language);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource + " of the language-detector library", e);
        }
    }

    /** A profile is {@code {"freq": {gram: count, ...}, "n_words": [grams of length 1, 2, 3], "name": ...}}. */
    private void read(InputStream in, int language) throws IOException {
        int[] gramRows = new int[1 << 12];
        int[] counts = new int[1 << 12];
        byte[] lengths = new byte[1 << 12];
        int grams = 0;
        long[] totals = new long[WordGrams.LONGEST];
        try (JsonParser parser = Json.mapper().createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("n_words")) {
                    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                        totals[i] = parser.getLongValue();
                    }
                }
                while (field.equals("freq") && parser.nextToken() == JsonToken.FIELD_NAME) {
                    if (grams == counts.length) {
                        gramRows = Arrays.copyOf(gramRows, grams * 2);
                        counts = Arrays.copyOf(counts, grams * 2);
                        lengths = Arrays.copyOf(lengths, grams * 2);
                    }
                    String gram = parser.currentName();
                    gramRows[grams] = row(WordGrams.pack(gram));
                    lengths[grams] = (byte) gram.length();
                    counts[grams++] = parser.nextIntValue(0);
                }
            }
        }
        for (int i = 0; i < grams; i++) {
            logs[gramRows[i] + language] = (float) Math.log(SMOOTHING + counts[i] / (double) totals[lengths[i] - 1]);
        }
    }

    /** Where the n-gram's logs start, made where there are none yet. */
    private int row(long key) {
        int slot = slot(key);
        if (keys[slot] == key) {
            return rows[slot];
        }
        if (used * 2 >= keys.length) {
            grow();
            slot = slot(key);
        }
        int row = used++ * codes.length;
        if (row + codes.length > logs.length) {
            logs = Arrays.copyOf(logs, logs.length * 2);
        }
        Arrays.fill(logs, row, row + codes.length, (float) Math.log(SMOOTHING));
        keys[slot] = key;
        rows[slot] = row;
        return row;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
            }
        }
    }
}
