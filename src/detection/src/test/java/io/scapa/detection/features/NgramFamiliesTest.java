package io.scapa.detection.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NgramFamiliesTest {
    private static final String TEXT = "The cat sat on the mat. The cat sat!";

    private static FeatureText read(String text) {
        FeatureText read = new FeatureText();
        read.read(text, Integer.MAX_VALUE);
        return read;
    }

    private static Set<Integer> buckets(FeatureFamily family, String text) {
        FeatureText read = read(text);
        int[] into = new int[family.capacity(read)];
        int n = family.emit(read, into);
        return Arrays.stream(into, 0, n).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void wordNgramsAreAllSequencesUpToTheOrder() {
        String[] tokens = {"the", "cat", "sat", "on", "the", "mat", ".", "the", "cat", "sat", "!"};
        Set<Integer> expected = new TreeSet<>();
        for (int i = 0; i < tokens.length; i++) {
            long hash = 0;
            for (int j = i; j < Math.min(tokens.length, i + 3); j++) {
                hash = Hashing.append(hash, Hashing.of(tokens[j]));
                expected.add(Hashing.bucket(hash));
            }
        }
        assertThat(buckets(new WordNgrams(3), TEXT)).isEqualTo(expected);
    }

    @Test
    void characterNgramsCountEachStretchOnce() {
        FeatureText read = read("abcabc");
        String canonical = new String(read.canonical(), 0, read.length());
        Set<String> stretches = new TreeSet<>();
        for (int n = 2; n <= 3; n++) {
            for (int i = 0; i + n <= canonical.length(); i++) {
                stretches.add(canonical.substring(i, i + n));
            }
        }
        assertThat(buckets(new CharacterNgrams(2, 3), "abcabc")).hasSameSizeAs(stretches);
    }

    @Test
    void shapesKeepListedWordsAndOnlyTheEndingOfOthers() {
        ShapeNgrams shapes = new ShapeNgrams(2, BucketSet.of(Hashing.bucket(Hashing.of("the"))));
        assertThat(buckets(shapes, "the running")).isEqualTo(buckets(shapes, "the swimming"));
        assertThat(buckets(shapes, "the running")).isNotEqualTo(buckets(shapes, "the runner"));
        assertThat(buckets(shapes, "the running")).isNotEqualTo(buckets(shapes, "her running"));
        assertThat(buckets(shapes, "the Running")).isNotEqualTo(buckets(shapes, "the running"));
    }

    @Test
    void skipsArePairsWithOneOrTwoTokensBetween() {
        String[] tokens = {"the", "cat", "sat", "on", "the", "mat", ".", "the", "cat", "sat", "!"};
        Set<String> pairs = new TreeSet<>();
        for (int i = 0; i < tokens.length; i++) {
            for (int gap = 1; gap <= 2 && i + gap + 1 < tokens.length; gap++) {
                pairs.add(tokens[i] + gap + tokens[i + gap + 1]);
            }
        }
        assertThat(buckets(new SkipBigrams(2), TEXT)).hasSameSizeAs(pairs);
        assertThat(buckets(new SkipBigrams(2), "one two three")).isEqualTo(buckets(new SkipBigrams(2), "one 2 three"));
        assertThat(buckets(new SkipBigrams(1), "a b")).isEmpty();
    }

    @Test
    void framesKeepListedWordsMarksAndCapitals() {
        FrameNgrams frames =
                new FrameNgrams(4, BucketSet.of(Hashing.bucket(Hashing.of("the")), Hashing.bucket(Hashing.of("of"))));
        assertThat(buckets(frames, "the end of days.")).isEqualTo(buckets(frames, "the king of spain."));
        assertThat(buckets(frames, "the end of days.")).isNotEqualTo(buckets(frames, "the end of Days."));
        assertThat(buckets(frames, "the end of days.")).isNotEqualTo(buckets(frames, "the end of days!"));
        assertThat(buckets(frames, "the end of days.")).isNotEqualTo(buckets(frames, "the end by days."));
        assertThat(buckets(frames, "end")).isEmpty();
    }

    private static final WordClasses CLASSES = classes("the", 0, "end", 1, "king", 1, "days", 2, "spain", 2);

    private static WordClasses classes(Object... wordsAndClasses) {
        java.util.TreeMap<Integer, Integer> sorted = new java.util.TreeMap<>();
        for (int i = 0; i < wordsAndClasses.length; i += 2) {
            sorted.put(Hashing.bucket(Hashing.of((String) wordsAndClasses[i])), (Integer) wordsAndClasses[i + 1]);
        }
        return WordClasses.of(
                sorted.keySet().stream().mapToInt(b -> b).toArray(),
                sorted.values().stream().mapToInt(c -> c).toArray());
    }

    @Test
    void classNgramsKeepClassZeroMarksAndTheCapitalsOfUnknownWords() {
        ClassNgrams family = new ClassNgrams(4, CLASSES);
        assertThat(buckets(family, "the end Xx days.")).isEqualTo(buckets(family, "the king Yy Spain."));
        assertThat(buckets(family, "the end Xx days.")).isNotEqualTo(buckets(family, "the end XX days."));
        assertThat(buckets(family, "the end Xx days.")).isNotEqualTo(buckets(family, "the days Xx days."));
        assertThat(buckets(family, "the end Xx days.")).isNotEqualTo(buckets(family, "the end Xx days!"));
        assertThat(buckets(family, "end")).isEmpty();
        assertThat(buckets(family, "the end Of")).hasSize(3);
    }

    @Test
    void noClassNgramReachesAcrossALowerCaseWordWithoutAClass() {
        ClassNgrams family = new ClassNgrams(4, CLASSES);
        Set<Integer> both = new java.util.HashSet<>(buckets(family, "the end"));
        both.addAll(buckets(family, "days ."));
        assertThat(buckets(family, "the end xx days.")).isEqualTo(both).hasSize(2);
        assertThat(buckets(family, "the end xx days.")).isEqualTo(buckets(family, "the king qq Spain."));
        assertThat(buckets(family, "xx yy zz")).isEmpty();
    }

    @Test
    void aWordWithoutAClassIsOfTheClassOfItsEnding() {
        FeatureText text = read("the walking");
        int[] words = {Hashing.bucket(text.hash(0)), WordClasses.ending(text, 1)};
        int[] its = words[0] < words[1] ? new int[] {0, 7} : new int[] {7, 0};
        java.util.Arrays.sort(words);
        ClassNgrams family = new ClassNgrams(3, WordClasses.of(words, its));
        assertThat(buckets(family, "the walking")).hasSize(1).isEqualTo(buckets(family, "the wlaking"));
        assertThat(buckets(family, "the ing")).isEqualTo(buckets(family, "the walking"));
        assertThat(buckets(family, "the walked")).isEmpty();
        assertThat(buckets(family, "the ng")).isEmpty();
    }

    @Test
    void wordClassesAreWhatTheyWereGiven() {
        int[] buckets = java.util.stream.IntStream.range(0, 4000)
                .map(i -> i * 4001 % Hashing.BUCKETS)
                .sorted()
                .distinct()
                .toArray();
        int[] its = Arrays.stream(buckets).map(b -> b % 201).toArray();
        WordClasses classes = WordClasses.of(buckets, its);
        for (int i = 0; i < buckets.length; i++) {
            assertThat(classes.of(buckets[i])).isEqualTo(its[i]);
        }
        assertThat(classes.of(1)).isEqualTo(-1);
        assertThat(classes.size()).isEqualTo(buckets.length);
        assertThat(classes.buckets()).containsExactly(buckets);
        assertThat(classes.classes()).containsExactly(its);
        assertThat(WordClasses.none().of(0)).isEqualTo(-1);
    }

    @Test
    void wordClassesThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> WordClasses.of(new int[] {4, 4}, new int[] {1, 2}))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> WordClasses.of(new int[] {4}, new int[] {-1})).hasMessageContaining("0 to 254");
        assertThatThrownBy(() -> WordClasses.of(new int[] {4}, new int[] {255})).hasMessageContaining("0 to 254");
        assertThatThrownBy(() -> WordClasses.of(new int[] {Hashing.BUCKETS}, new int[] {0}))
                .hasMessageContaining("ascend in");
        assertThatThrownBy(() -> WordClasses.of(new int[] {4}, new int[0])).hasMessageContaining("each of 1 words");
    }

    @Test
    void sentenceShapesAreStartsLengthsMarksAndCapitals() {
        SentenceShapes shapes = new SentenceShapes();
        assertThat(buckets(shapes, "")).isEmpty();
        assertThat(buckets(shapes, "one two three four")).hasSize(3);
        assertThat(buckets(shapes, "one two three four.")).hasSize(4);
        assertThat(buckets(shapes, "one two three four five six."))
                .isEqualTo(buckets(shapes, "one two three four five."));
        assertThat(buckets(shapes, "one two three. go!")).hasSize(3 + 1 + 2 + 1 + 1);
        assertThat(buckets(shapes, "one Two three")).isNotEqualTo(buckets(shapes, "one two three"));
        assertThat(buckets(shapes, "one, two; three, four; five."))
                .isNotEqualTo(buckets(shapes, "one, two, three; four; five."));
        FeatureText read = read(TEXT.repeat(3) + "A! B? C. D...");
        assertThat(shapes.emit(read, new int[shapes.capacity(read)])).isPositive();
    }

    @Test
    void aCombinedFamilyGivesEachPartItsOwnRange() {
        FeatureFamily words = new WordNgrams(2);
        FeatureFamily skips = new SkipBigrams(2);
        Set<Integer> expected = buckets(words, TEXT);
        buckets(skips, TEXT).forEach(b -> expected.add(b + Hashing.BUCKETS));
        assertThat(buckets(new CombinedFamily(List.of(words, skips)), TEXT)).isEqualTo(expected);
    }

    @Test
    void aFamilyIsFoundByItsName() {
        for (FeatureFamily family : new FeatureFamily[] {
            new WordNgrams(3),
            new CharacterNgrams(3, 5),
            new ShapeNgrams(4, BucketSet.of(7, 9)),
            new CombinedFamily(List.of(
                    new WordNgrams(2),
                    new SentenceShapes(),
                    new SkipBigrams(2),
                    new FrameNgrams(5, BucketSet.of(7, 9)))),
            new CombinedFamily(List.of(new WordNgrams(1), new ClassNgrams(4, CLASSES)))
        }) {
            FeatureFamily found = FeatureFamily.named(family.id(), family.vocabulary(), family.classes());
            assertThat(buckets(found, TEXT)).isEqualTo(buckets(family, TEXT));
        }
    }

    @Test
    void bucketSetsHoldWhatTheyWereGiven() {
        int[] some = java.util.stream.IntStream.range(0, 5000)
                .map(i -> i * 3331 % Hashing.BUCKETS)
                .toArray();
        BucketSet set = BucketSet.of(some);
        assertThat(Arrays.stream(some)).allMatch(set::contains);
        assertThat(set.contains(1)).isFalse();
        assertThat(set.sorted()).isSorted().hasSize(set.size());
    }
}
