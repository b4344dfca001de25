package io.scapa.text.token;

import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.Arrays;

/**
 * A byte-pair encoding of jtokkit. Long texts go through it in chunks, so that memory stays bounded and cost linear. The cut
 * lies between a letter and the white space or punctuation after it, where the pre-tokenizers of all built-in encodings cut
 * too, so the tokens are those of the whole text; only a stretch of 128 Ki units without such a place is cut anywhere.
 */
final class BytePairTokenizer implements Tokenizer {
    static final int CHUNK = 1 << 16;

    private final Encoding encoding;
    private final int vocabularySize;

    BytePairTokenizer(Encoding encoding, int vocabularySize) {
        this.encoding = encoding;
        this.vocabularySize = vocabularySize;
    }

    @Override
    public String name() {
        return encoding.getName();
    }

    @Override
    public int vocabularySize() {
        return vocabularySize;
    }

    @Override
    public int[] encode(String original) {
        String text = WellFormed.of(original);
        if (text.length() <= 2 * CHUNK) {
            return encoding.encodeOrdinary(text).toArray();
        }
        int[] tokens = new int[text.length() / 3 + 16];
        int count = 0;
        for (int from = 0; from < text.length(); ) {
            int to = chunkEnd(text, from);
            int[] chunk = encoding.encodeOrdinary(text.substring(from, to)).toArray();
            if (count + chunk.length > tokens.length) {
                tokens = Arrays.copyOf(tokens, Math.max(count + chunk.length, tokens.length + tokens.length / 2));
            }
            System.arraycopy(chunk, 0, tokens, count, chunk.length);
            count += chunk.length;
            from = to;
        }
        return Arrays.copyOf(tokens, count);
    }

    @Override
    public int count(String original) {
        String text = WellFormed.of(original);
        if (text.length() <= 2 * CHUNK) {
            return encoding.countTokensOrdinary(text);
        }
        int count = 0;
        for (int from = 0; from < text.length(); ) {
            int to = chunkEnd(text, from);
            count += encoding.countTokensOrdinary(text.substring(from, to));
            from = to;
        }
        return count;
    }

    @Override
    public String decode(int[] tokens) {
        IntArrayList ids = new IntArrayList(tokens.length);
        for (int token : tokens) {
            if (token < 0 || token >= vocabularySize) {
                throw new IllegalArgumentException(
                        "token " + token + " is not in the vocabulary of " + name() + ", 0 to " + (vocabularySize - 1));
            }
            ids.add(token);
        }
        return encoding.decode(ids);
    }

    private static int chunkEnd(String text, int from) {
        int last = Math.min(from + 2 * CHUNK, text.length());
        if (last == text.length() && last - from <= CHUNK) {
            return last;
        }
        for (int at = from + CHUNK; at < last; at++) {
            if (isCut(text.charAt(at - 1), text.charAt(at))) {
                return at;
            }
        }
        boolean splitsPair = last < text.length() && Character.isLowSurrogate(text.charAt(last));
        return splitsPair ? last - 1 : last;
    }

    /** Letter, then space or punctuation; an apostrophe may belong to the word. */
    private static boolean isCut(char before, char after) {
        if (!Character.isLetter(before) || after == '\'' || after == '\u2019') {
            return false;
        }
        return switch (Character.getType(after)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.OTHER_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }
}
