package io.scapa.text.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.scapa.statistics.SeededStreams;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PieceCacheTest {
    @Test
    void whatItKnowsIsWhatWasEntered() {
        PieceCache cache = new PieceCache();
        Map<String, int[]> entered = new HashMap<>();
        RandomGenerator random = new SeededStreams(51).stream("pieces", 0);
        for (int i = 0; i < 200_000; i++) {
            String piece = piece(random);
            int[] tokens = random.ints(1 + random.nextInt(4), 0, 1 << 18).toArray();
            if (entered.putIfAbsent(piece, tokens) == null) {
                cache.enter("<" + piece + ">", 1, 1 + piece.length(), tokens);
            }
        }
        long known = entered.entrySet().stream()
                .filter(e -> knows(cache, e.getKey(), e.getValue()))
                .count();
        assertThat(known).as("until it is half full").isBetween(60_000L, 65_600L);
        assertThat(cache.takes()).isFalse();
    }

    @Test
    void piecesThatLookAlikePackedAreTold() {
        String[] pieces = {
            "a",
            "aa",
            "\u0000a",
            "\u0000\u0000a",
            "aaaaaaaaa",
            "aaaaaaaaaa",
            "aaaaaaaaaaaaaaaaaa",
            "\u00E9",
            "\u0000\u00E9",
            "\u00E9\u00E9\u00E9",
            "\u00E9\u00E9\u00E9\u00E9",
            "\u00E9\u00E9\u00E9a",
            "\u007F",
            "\u007F\u007F\u007F",
            "aaaaaaaaa\u00E9"
        };
        PieceCache cache = new PieceCache();
        for (int i = 0; i < pieces.length; i++) {
            cache.enter(pieces[i], 0, pieces[i].length(), new int[] {i});
        }
        for (int i = 0; i < pieces.length; i++) {
            long answer = cache.find(pieces[i], 0, pieces[i].length());
            assertThat(answer == PieceCache.UNKNOWN || PieceCache.token(answer, 0) == i)
                    .as("piece %d", i)
                    .isTrue();
        }
        assertThat(cache.find("", 0, 0)).isZero();
        assertThat(cache.find("aaaaaaaaaaaaaaaaaaa", 0, 19)).as("too long").isZero();
    }

    /** Counted and never encoded, so that what the cache cannot take any more is counted by the merges. */
    @Test
    void aFullCacheCountsAsAnEmptyOne() {
        Tokenizer tokenizer = Tokenizers.named("cl100k_base");
        Encoding published = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
        PiecewiseTokenizer counting = new PiecewiseTokenizer(
                tokenizer, PieceCutters.gpt4(), () -> ByteMerges.of(published, tokenizer.vocabularySize()));
        RandomGenerator random = new SeededStreams(53).stream("pieces", 0);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                words.append(' ');
                int letters = 1 + random.nextInt(round % 100 == 0 ? 150 : 9);
                for (int k = 0; k < letters; k++) {
                    words.append(
                            (char) (random.nextInt(20) == 0 ? 0xE0 + random.nextInt(20) : 'a' + random.nextInt(26)));
                }
            }
            assertThat(counting.count(words.toString()))
                    .as("round %d", round)
                    .isEqualTo(published.countTokensOrdinary(words.toString()));
        }
    }

    @Test
    void threadsThatRaceSeeWhatOneAloneSees() {
        Tokenizer tokenizer = Tokenizers.named("cl100k_base");
        RandomGenerator random = new SeededStreams(52).stream("texts", 0);
        String[] texts = IntStream.range(0, 64).mapToObj(i -> text(random)).toArray(String[]::new);
        Encoding published = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
        Supplier<ByteMerges> merges = () -> ByteMerges.of(published, tokenizer.vocabularySize());
        PiecewiseTokenizer racing = new PiecewiseTokenizer(tokenizer, PieceCutters.gpt4(), merges);
        boolean same = IntStream.range(0, 4000)
                .parallel()
                .allMatch(i -> racing.count(texts[i % 64]) == racing.encode(texts[i % 64]).length
                        && racing.decode(racing.encode(texts[i % 64])).equals(texts[i % 64]));
        assertThat(same).isTrue();
    }

    /** False where it knows nothing; fails where it knows something else. */
    private static boolean knows(PieceCache cache, String piece, int[] tokens) {
        long answer = cache.find(piece, 0, piece.length());
        if (answer == PieceCache.UNKNOWN) {
            return false;
        }
        int[] known = IntStream.range(0, PieceCache.count(answer))
                .map(i -> PieceCache.token(answer, i))
                .toArray();
        assertThat(known).as(piece).containsExactly(tokens);
        return true;
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(' ').append(piece(random));
        }
        return text.toString();
    }

    private static String piece(RandomGenerator random) {
        int most = random.nextInt(4) == 0 ? 0x500 : 0x7F;
        StringBuilder piece = new StringBuilder();
        random.ints(1 + random.nextInt(20), most == 0x7F ? 0 : 0x400, most).forEach(piece::appendCodePoint);
        return piece.toString();
    }
}
