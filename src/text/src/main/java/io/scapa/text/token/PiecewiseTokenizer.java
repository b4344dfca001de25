package io.scapa.text.token;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A byte-pair encoding whose pre-tokenizer is known: pieces are cut here, and those that were not seen lately are merged by
 * {@link ByteMerges}. The tokens are the same (differential tests hold them to the encoding's own), several times faster. A long piece
 * goes through {@link BytePairTokenizer}, whose cost is linear.
 */
final class PiecewiseTokenizer implements Tokenizer {
    private static final int[] NONE = {};
    private static final int LONG = 64;

    /** So many pieces go through the encoding before its vocabulary is gathered: more than a few short texts have. */
    private static final int MANY = 2_000;

    private final Tokenizer encoding;
    private final PieceCutter cutter;
    private final PieceCache cache;
    private final Supplier<ByteMerges> vocabulary;
    private final AtomicInteger encoded = new AtomicInteger();
    private volatile @Nullable ByteMerges merges;

    /**
     * A tokenizer.
     *
     * @param encoding what the tokens are defined by
     * @param cutter its pre-tokenizer
     * @param vocabulary its merges: asked for when many pieces were encoded, as it takes some time to gather them
     */
    PiecewiseTokenizer(Tokenizer encoding, PieceCutter cutter, Supplier<ByteMerges> vocabulary) {
        this.encoding = encoding;
        this.cutter = cutter;
        this.vocabulary = vocabulary;
        this.cache = new PieceCache();
    }

    @Override
    public String name() {
        return encoding.name();
    }

    @Override
    public int vocabularySize() {
        return encoding.vocabularySize();
    }

    @Override
    public int[] encode(String text) {
        int[] tokens = new int[text.length() / 3 + 16];
        int count = 0;
        for (int from = 0; from < text.length(); ) {
            int to = cutter.end(text, from);
            long known = cache.find(text, from, to);
            int[] piece = known == PieceCache.UNKNOWN ? encodePiece(text, from, to) : NONE;
            int more = known == PieceCache.UNKNOWN ? piece.length : PieceCache.count(known);
            if (count + more > tokens.length) {
                tokens = Arrays.copyOf(tokens, Math.max(count + more, tokens.length + tokens.length / 2));
            }
            for (int i = 0; i < more; i++) {
                tokens[count++] = known == PieceCache.UNKNOWN ? piece[i] : PieceCache.token(known, i);
            }
            from = to;
        }
        return Arrays.copyOf(tokens, count);
    }

    @Override
    public int count(String text) {
        int count = 0;
        for (int from = 0; from < text.length(); ) {
            int to = cutter.end(text, from);
            long known = cache.find(text, from, to);
            count += known == PieceCache.UNKNOWN ? countPiece(text, from, to) : PieceCache.count(known);
            from = to;
        }
        return count;
    }

    /** Of a piece that the cache does not take, only the count is made. */
    private int countPiece(String text, int from, int to) {
        ByteMerges known = merges;
        boolean kept = to - from <= LONG && cache.takes();
        if (known != null && !kept) {
            int count = known.count(text, from, to);
            return count < 0 ? encoding.count(text.substring(from, to)) : count;
        }
        return kept ? encodePiece(text, from, to).length : encoding.count(text.substring(from, to));
    }

    private int[] encodePiece(String text, int from, int to) {
        ByteMerges known = merges;
        int[] tokens = known == null ? null : known.encode(text, from, to);
        if (tokens == null) {
            tokens = encoding.encode(text.substring(from, to));
            if (encoded.incrementAndGet() == MANY) {
                merges = vocabulary.get();
            }
        }
        cache.enter(text, from, to, tokens);
        return tokens;
    }

    @Override
    public String decode(int[] tokens) {
        return encoding.decode(tokens);
    }
}
