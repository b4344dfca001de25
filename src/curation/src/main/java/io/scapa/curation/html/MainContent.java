package io.scapa.curation.html;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The main content of a page: navigation, advertisements and the like are left out by the number of words and the share of linked words
 * of each block of text and its neighbours (C. Kohlschuetter et al., "Boilerplate detection using shallow text features", WSDM 2010, the
 * decision tree of section 5.1 on numbers of words). A heading stays with the content that follows it.
 */
public final class MainContent {
    private static final double LINKED = 1.0 / 3;
    private static final double LINKED_BEFORE = 5.0 / 9;

    private MainContent() {}

    /**
     * Reads a page.
     *
     * @param charset as the server states it, or null to ask the page
     * @param uri its address
     * @throws IOException where it cannot be read
     */
    public static String of(InputStream html, @Nullable String charset, String uri) throws IOException {
        return of(Jsoup.parse(html, charset, uri));
    }

    /** Reads a page. */
    public static String of(String html) {
        return of(Jsoup.parse(html));
    }

    private static String of(Document page) {
        List<TextBlock> blocks = TextBlocks.of(page.body());
        boolean[] content = new boolean[blocks.size()];
        for (int i = 0; i < content.length; i++) {
            content[i] = isContent(at(blocks, i - 1), blocks.get(i), at(blocks, i + 1));
        }
        headings(blocks, content);
        StringJoiner text = new StringJoiner("\n\n");
        for (int i = 0; i < content.length; i++) {
            if (content[i]) {
                text.add(blocks.get(i).text());
            }
        }
        return text.toString();
    }

    private static TextBlock at(List<TextBlock> blocks, int i) {
        return i < 0 || i >= blocks.size() ? TextBlock.NONE : blocks.get(i);
    }

    /** The published tree, with its published numbers. */
    private static boolean isContent(TextBlock before, TextBlock block, TextBlock after) {
        if (block.linkDensity() > LINKED) {
            return false;
        }
        if (before.linkDensity() > LINKED_BEFORE) {
            return block.words() > 40 || after.words() > 17;
        }
        return block.words() > 16 || after.words() > 15 || before.words() > 4;
    }

    /** A heading is content where what follows is, and is none where nothing follows it. */
    private static void headings(List<TextBlock> blocks, boolean[] content) {
        for (int i = content.length - 1; i >= 0; i--) {
            if (blocks.get(i).isHeading()) {
                content[i] = i + 1 < content.length && content[i + 1];
            }
        }
    }
}
