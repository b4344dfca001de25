package io.scapa.curation.filter;

import io.scapa.curation.dedup.WordShingles;
import io.scapa.curation.table.Bytes;
import io.scapa.curation.table.LongMap;
import io.scapa.curation.table.LongSet;
import io.scapa.provenance.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paragraph-level dedup: a paragraph that stands in several documents, or twice in one, is kept once. It stays in the document
 * with the least hash, so that the order of documents does not show. Paragraphs are what blank lines part; those of fewer words
 * than {@link #LEAST_WORDS} repeat by nature (dates, signatures, dialogue) and always stay. Memory: 16 to 32 bytes for each
 * distinct paragraph.
 */
public final class RepeatedParagraphs {
    /** Shorter paragraphs are not compared. */
    public static final int LEAST_WORDS = 10;

    private static final Pattern BREAK = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");

    private final LongMap owners = new LongMap();

    /** Lets a document claim its paragraphs; all documents claim before any is edited. */
    public void claim(String text, ContentHash hash) {
        long key = key(hash);
        paragraphs(text, (paragraph, end) -> {
            if (isLong(paragraph)) {
                owners.mergeUnsignedMinimum(key(paragraph), key);
            }
        });
    }

    /** The text without the paragraphs that another document owns; the text itself where it keeps all. */
    public String keep(String text, ContentHash hash) {
        long key = key(hash);
        LongSet own = new LongSet();
        StringBuilder kept = new StringBuilder(text.length());
        boolean[] dropped = new boolean[1];
        paragraphs(text, (paragraph, end) -> {
            long name = key(paragraph);
            boolean stays = !isLong(paragraph) || owners.get(name) == key && own.add(name);
            if (stays) {
                kept.append(paragraph).append(end);
            }
            dropped[0] |= !stays;
        });
        return dropped[0] ? kept.toString().strip() : text;
    }

    /** Takes a paragraph and what parts it from the next. */
    private interface Sink {
        void paragraph(String paragraph, String end);
    }

    private static void paragraphs(String text, Sink sink) {
        Matcher matcher = BREAK.matcher(text);
        int from = 0;
        while (matcher.find()) {
            sink.paragraph(text.substring(from, matcher.start()), matcher.group());
            from = matcher.end();
        }
        sink.paragraph(text.substring(from), "");
    }

    private static boolean isLong(String paragraph) {
        return WordShingles.words(paragraph) >= LEAST_WORDS;
    }

    private static long key(String paragraph) {
        return Bytes.longAt(ContentHash.sha256().digest(paragraph.strip().getBytes(StandardCharsets.UTF_8)), 0) | 1;
    }

    private static long key(ContentHash hash) {
        return Long.parseUnsignedLong(hash.hex().substring(0, 16), 16) | 1;
    }
}
