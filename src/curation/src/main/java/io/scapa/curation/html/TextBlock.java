package io.scapa.curation.html;

/**
 * A run of text that no tag of structure parts.
 *
 * @param text evened out, never blank
 * @param tag the element that it stands in, in lower case
 * @param words how many it has
 * @param linkedWords how many of them stand in links
 */
record TextBlock(String text, String tag, int words, int linkedWords) {
    /** Before the first and after the last. */
    static final TextBlock NONE = new TextBlock("", "", 0, 0);

    double linkDensity() {
        return words == 0 ? 0 : (double) linkedWords / words;
    }

    boolean isHeading() {
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }
}
