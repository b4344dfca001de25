package io.scapa.detection.features;

import java.util.Arrays;

/**
 * A kind of hashed binary feature. A text either has a bucket or has it not; how often does not count (binary values carry
 * over to other sources better than counts).
 */
public interface FeatureFamily {
    /** Name and parameters, as a bundle records them, such as {@code words-4}. */
    String id();

    /** The most buckets that {@link #emit} can write for a text. */
    int capacity(FeatureText text);

    /**
     * Writes the buckets of a text, repeated where a feature is.
     *
     * @param into has room for {@link #capacity} buckets from {@code at} on
     * @param at where to start
     * @return how many were written
     */
    int emit(FeatureText text, int[] into, int at);

    /** Writes the buckets of a text from the start of an array; see {@link #emit(FeatureText, int[], int)}. */
    default int emit(FeatureText text, int[] into) {
        return emit(text, into, 0);
    }

    /** How many families it is made of; buckets of block b lie in {@code [b * Hashing.BUCKETS, (b + 1) * Hashing.BUCKETS)}. */
    default int blocks() {
        return 1;
    }

    /** The words that the family keeps in full, where it keeps a list; else empty. */
    default BucketSet vocabulary() {
        return BucketSet.of();
    }

    /** The words' classes, where the family goes by classes; else none. */
    default WordClasses classes() {
        return WordClasses.none();
    }

    /** A family without classes; see {@link #named(String, BucketSet, WordClasses)}. */
    static FeatureFamily named(String id, BucketSet vocabulary) {
        return named(id, vocabulary, WordClasses.none());
    }

    /** Whether a family of that name goes by classes of words. */
    static boolean goesByClasses(String id) {
        return Arrays.stream(id.split("\\+")).anyMatch(p -> p.startsWith("classes-"));
    }

    /**
     * The family that a bundle names.
     *
     * @param vocabulary words that it keeps in full, for those that do
     * @param classes of words, for those that go by classes
     * @throws IllegalArgumentException where no family has that name
     */
    static FeatureFamily named(String id, BucketSet vocabulary, WordClasses classes) {
        if (id.indexOf('+') >= 0) {
            return new CombinedFamily(Arrays.stream(id.split("\\+"))
                    .map(p -> named(p, vocabulary, classes))
                    .toList());
        }
        String[] parts = id.split("-");
        return switch (parts[0]) {
            case "words" -> new WordNgrams(Integer.parseInt(parts[1]));
            case "skips" -> new SkipBigrams(Integer.parseInt(parts[1]));
            case "sentences" -> new SentenceShapes();
            case "frames" -> new FrameNgrams(Integer.parseInt(parts[1]), vocabulary);
            case "classes" -> new ClassNgrams(Integer.parseInt(parts[1]), classes);
            case "shapes" -> new ShapeNgrams(Integer.parseInt(parts[1]), vocabulary);
            case "characters" -> new CharacterNgrams(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            default -> throw new IllegalArgumentException("no feature family is called " + id);
        };
    }
}
