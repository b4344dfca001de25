package io.scapa.detection.features;

/**
 * A text as the features see it: tokens in one canonical spelling, whatever the spacing, the quotes, the tokeniser or the
 * line breaks of the file that it came from. Words are lower-cased letters with apostrophe parts, a run of digits is
 * {@code 0}, every other mark is a token of its own, a blank line is {@code ¶}. What treebank tokenisers pull apart
 * ({@code ca n't}, {@code John 's}, {@code `` ''}) is put together again, runs of dots become one ellipsis, and the literal
 * {@code nn} that a public corpus has where a blank line was is dropped.
 *
 * <p>An instance is a buffer, meant to be used again for the next text by the same thread; {@link #read} replaces its
 * content. Offsets of tokens point into the string that was read, exactly where that string is NFKC already.
 */
public final class FeatureText {
    /** Kinds of token; the first three are words. */
    public static final byte WORD = 0, CAPITALISED = 1, CAPITALS = 2, NUMBER = 3, MARK = 4, BREAK = 5;

    private static final char PARAGRAPH = '\u00b6';
    private static final char ELLIPSIS = '\u2026';

    private char[] folded = new char[4096];
    private char[] canonical = new char[4096];
    private int length;
    private int[] starts = new int[1024];
    private int[] offsets = new int[1024];
    private long[] hashes = new long[1024];
    private byte[] kinds = new byte[1024];
    private long[] room = new long[0];
    private int tokens;
    private int words;

    /**
     * Reads a text, at most {@code limit} UTF-16 units of it.
     *
     * @param original any string; lone surrogates and control characters are harmless
     * @param limit how far to read, at least 0
     */
    public void read(String original, int limit) {
        String text = fold(original.length() > limit ? original.substring(0, limit) : original);
        reset(text.length());
        scan(text, text.length());
        starts[tokens] = length;
        offsets[tokens] = text.length();
        hashTokens();
    }

    /** Folds a text's characters into {@code folded}; the text itself, in compatibility form, comes back. */
    private String fold(String original) {
        if (getAndJoin(original) < 0x80) {
            return original;
        }
        String text = CharacterFolding.compatible(original);
        getAndJoin(text);
        boolean latin = CharacterFolding.mostlyLatin(text);
        for (int i = 0; i < text.length(); i++) {
            folded[i] = folded[i] < 0x80 ? folded[i] : CharacterFolding.fold(folded[i], latin);
        }
        return text;
    }

    /** Copies a text's characters; all of them by or, under 0x80 where all are ASCII. */
    private int getAndJoin(String text) {
        int length = text.length();
        if (folded.length < length) {
            folded = new char[Math.max(length, 2 * folded.length)];
        }
        text.getChars(0, length, folded, 0);
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= folded[i];
        }
        return all;
    }

    /** How many tokens there are. */
    public int tokens() {
        return tokens;
    }

    /** How many of them are words. */
    public int words() {
        return words;
    }

    /** The kind of a token. */
    public byte kind(int token) {
        return kinds[token];
    }

    /** Whether a token is a word. */
    public boolean isWord(int token) {
        return kinds[token] <= CAPITALS;
    }

    /** Whether a token ends a sentence: a full stop, an exclamation or question mark, or a blank line. */
    public boolean endsSentence(int token) {
        if (kinds[token] < MARK) {
            return false;
        }
        char c = canonical[starts[token]];
        return c == '.' || c == '!' || c == '?' || c == PARAGRAPH;
    }

    /** The hash of a token's canonical spelling. */
    public long hash(int token) {
        return hashes[token];
    }

    /** Where in the text that was read a token starts; for {@link #tokens()}, the end of the text. */
    public int offset(int token) {
        return offsets[token];
    }

    /** The canonical text: tokens in lower case, a space before, between and after them. Valid up to {@link #length()}. */
    public char[] canonical() {
        return canonical;
    }

    /** Length of the canonical text. */
    public int length() {
        return length;
    }

    /** Where a token starts in the canonical text. */
    public int start(int token) {
        return starts[token];
    }

    /** How many characters a token's canonical spelling has. */
    public int size(int token) {
        return starts[token + 1] - 1 - starts[token];
    }

    /** Room for a number a token, content undefined, for whoever reads the text. */
    long[] room(int size) {
        if (room.length < size) {
            room = new long[Math.max(size, starts.length)];
        }
        return room;
    }

    private void reset(int size) {
        if (canonical.length < 2 * size + 8) {
            canonical = new char[2 * size + 8];
        }
        if (starts.length < size + 4) {
            starts = new int[size + 4];
            offsets = new int[size + 4];
            hashes = new long[size + 4];
            kinds = new byte[size + 4];
        }
        tokens = 0;
        words = 0;
        length = 0;
        canonical[length++] = ' ';
    }

    private void scan(String text, int end) {
        int breaks = 0;
        int i = 0;
        while (i < end) {
            char c = folded[i];
            if (c <= ' ') {
                breaks += c == '\n' ? 1 : 0;
                i++;
                continue;
            }
            if (breaks > 1 && tokens > 0) {
                put(PARAGRAPH, i, BREAK);
            }
            breaks = 0;
            if (isLetter(c)) {
                i = word(i, end);
            } else if (isDigit(c)) {
                i = number(i, end);
            } else {
                i = mark(text, i, c, end);
            }
        }
    }

    private static boolean isLetter(char c) {
        return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
    }

    private static boolean isDigit(char c) {
        return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    private static boolean isDigitOrDropped(char c) {
        return isDigit(c) || c == CharacterFolding.DROPPED;
    }

    private int word(int from, int end) {
        char[] source = folded;
        char[] into = canonical;
        int start = length;
        int to = start;
        int upper = 0;
        boolean firstUpper = false;
        int i = from;
        for (; i < end; i++) {
            char c = source[i];
            if (c >= 'a' && c <= 'z') {
                into[to++] = c;
            } else if (isLetter(c)) {
                char lower = c < 0x80 ? (char) (c | 32) : Character.toLowerCase(c);
                if (lower != c) {
                    upper++;
                    firstUpper |= to == start;
                }
                into[to++] = lower;
            } else if (c == '\'' && i + 1 < end && isLetter(source[i + 1])) {
                into[to++] = c;
            } else if (c != CharacterFolding.DROPPED) {
                break;
            }
        }
        length = to;
        finish(start, from, upper, firstUpper);
        return i;
    }

    private void finish(int start, int from, int upper, boolean firstUpper) {
        if (canonical[start] == 'n' && length - start >= 2 && canonical[start + 1] == 'n') {
            System.arraycopy(canonical, start + 2, canonical, start, length - start - 2);
            length -= 2;
        }
        int size = length - start;
        if (size == 0) {
            return;
        }
        if (isSplitEnding(start, size) && tokens > 0 && isWord(tokens - 1)) {
            System.arraycopy(canonical, start, canonical, start - 1, size);
            canonical[length - 1] = ' ';
            return;
        }
        starts[tokens] = start;
        offsets[tokens] = from;
        kinds[tokens] = upper >= 2 && upper >= size - 1 ? CAPITALS : firstUpper ? CAPITALISED : WORD;
        canonical[length++] = ' ';
        tokens++;
    }

    /** Whether the word just written is what treebank tokenisers split off: {@code n't}, {@code 's}, {@code 'll} and so on. */
    private boolean isSplitEnding(int start, int size) {
        return canonical[start] == '\''
                || size == 3 && canonical[start] == 'n' && canonical[start + 1] == '\'' && canonical[start + 2] == 't';
    }

    private int number(int from, int end) {
        int i = from;
        while (i < end && isDigitOrDropped(folded[i])) {
            i++;
        }
        put('0', from, NUMBER);
        return i;
    }

    private int mark(String text, int from, char c, int end) {
        int i = from + 1;
        char next = i < end ? folded[i] : ' ';
        if (c == '.' && followsDot()) {
            canonical[starts[tokens - 1]] = ELLIPSIS;
        } else if (c == '\'' && isClitic(text, i, end)) {
            return word(from, end);
        } else if ((c == '`' || c == '\'') && next == c) {
            put('"', from, MARK);
            i++;
        } else if (c == '-' && next == '-') {
            put('\u2014', from, MARK);
            while (i < end && text.charAt(i) == '-') {
                i++;
            }
        } else if (Character.isHighSurrogate(c) && i < end && Character.isLowSurrogate(text.charAt(i))) {
            put((char) (0xe000 | Character.toCodePoint(c, text.charAt(i)) & 0x0fff), from, MARK);
            i++;
        } else {
            put(c, from, MARK);
        }
        return i;
    }

    private boolean followsDot() {
        if (tokens == 0 || kinds[tokens - 1] != MARK) {
            return false;
        }
        char last = canonical[starts[tokens - 1]];
        return last == '.' || last == ELLIPSIS;
    }

    /** Whether an apostrophe that ends at {@code i} opens a split-off ending of the word before: {@code John 's}. */
    private boolean isClitic(String text, int i, int end) {
        if (tokens == 0 || !isWord(tokens - 1) || i < 2 || text.charAt(i - 2) != ' ' || i >= end) {
            return false;
        }
        int to = i;
        while (to < end && to < i + 3 && isLetter(text.charAt(to))) {
            to++;
        }
        if (to < end && isLetter(text.charAt(to))) {
            return false;
        }
        char first = (char) (text.charAt(i) | 32);
        return to - i == 1 && (first == 's' || first == 'm' || first == 'd')
                || to - i == 2 && (first == 'l' || first == 'r' || first == 'v');
    }

    private void put(char c, int offset, byte kind) {
        starts[tokens] = length;
        offsets[tokens] = offset;
        kinds[tokens] = kind;
        canonical[length++] = c;
        canonical[length++] = ' ';
        tokens++;
    }

    private void hashTokens() {
        for (int t = 0; t < tokens; t++) {
            hashes[t] = Hashing.of(canonical, starts[t], starts[t + 1] - 1);
            words += kinds[t] <= CAPITALS ? 1 : 0;
        }
    }
}
