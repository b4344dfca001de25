package io.scapa.detection;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.provenance.Interval;
import io.scapa.provenance.PoolRules;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import io.scapa.text.token.Tokenizer;
import java.util.List;
import java.util.Locale;

/**
 * What is said of a text that is too long to be read: nothing, and why. No reader of Scapa hands such a text on; who embeds the
 * library may. Memory beside the text stays bounded.
 */
final class UnreadText {
    /** The longest text that is read, in UTF-16 units: what the longest line of a file can hold. */
    static final int LONGEST = 64 << 20;

    private static final int SLICE = 1 << 20;
    private static final double PRIOR = 0.5;

    private UnreadText() {}

    /** An assessment whose hash is that of the text as received; its tokens are counted by slices of a million units. */
    static Assessment assess(Document document, Tokenizer tokenizer, PoolRules rules, String release) {
        String text = document.text();
        ContentHash hash = ContentHash.ofCleanText(text);
        String reason = String.format(
                Locale.ROOT,
                "%,d characters: texts over %,d are not read, cut it into documents",
                text.length(),
                LONGEST);
        return new Assessment(
                document.id() == null ? hash.hex() : document.id(),
                hash,
                null,
                tokens(text, tokenizer),
                new SyntheticScore(0, PRIOR, PRIOR, new Interval(0, 1), null, Verdict.undetermined(reason)),
                List.of(),
                rules.place(0, false, PoolRules.Facts.of(document)),
                release);
    }

    private static int tokens(String text, Tokenizer tokenizer) {
        long tokens = 0;
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + SLICE);
            tokens += tokenizer.count(text.substring(from, to));
            from = to;
        }
        return (int) Math.min(Integer.MAX_VALUE, tokens);
    }
}
