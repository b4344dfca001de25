package io.scapa.detection.features;

/**
 * Which class each word is of, by its bucket: class 0 for a word that stands for itself, classes from 1 on for words that are used
 * alike, such as past participles, adverbs of manner or names of towns. Immutable; a look-up costs one probe or two.
 */
public final class WordClasses {
    private static final WordClasses NONE = new WordClasses(new int[0], new int[0]);

    /** The highest class. */
    public static final int MOST = 254;

    private static final int CLASS_BITS = 8;
    private static final int ENDING = 3;
    private static final long ENDINGS = 0x7e7e7e;

    private final int[] buckets;
    private final int[] classes;
    /** In each place 0, or a bucket in the upper 24 bits and its class and one in the lower 8. */
    private final int[] table;

    private final int mask;

    private WordClasses(int[] buckets, int[] classes) {
        this.buckets = buckets;
        this.classes = classes;
        int capacity = Integer.highestOneBit(Math.max(8, 4 * buckets.length - 1));
        mask = capacity - 1;
        table = new int[capacity];
        for (int i = 0; i < buckets.length; i++) {
            int at = slot(buckets[i]);
            while (table[at] != 0) {
                at = at + 1 & mask;
            }
            table[at] = buckets[i] << CLASS_BITS | classes[i] + 1;
        }
    }

    /** No words at all. */
    public static WordClasses none() {
        return NONE;
    }

    /**
     * The classes of some words.
     *
     * @param buckets the words' buckets, strictly ascending, in [0, {@link Hashing#BUCKETS})
     * @param classes a class for each, 0 to {@value #MOST}
     * @throws IllegalArgumentException where they are not
     */
    public static WordClasses of(int[] buckets, int[] classes) {
        if (buckets.length != classes.length) {
            throw new IllegalArgumentException(
                    "expected a class for each of " + buckets.length + " words, got " + classes.length);
        }
        for (int i = 0; i < buckets.length; i++) {
            if (classes[i] < 0 || classes[i] > MOST) {
                throw new IllegalArgumentException("a class is 0 to " + MOST + ", got " + classes[i]);
            }
            if (buckets[i] < 0 || buckets[i] >= Hashing.BUCKETS || i > 0 && buckets[i] <= buckets[i - 1]) {
                throw new IllegalArgumentException(
                        "buckets must ascend in [0, " + Hashing.BUCKETS + "), got " + buckets[i] + " at " + i);
            }
        }
        return new WordClasses(buckets.clone(), classes.clone());
    }

    /** The class of a word, or -1 where the word is not known. */
    public int of(int bucket) {
        int at = slot(bucket);
        int entry = table[at];
        while (entry != 0) {
            if (entry >>> CLASS_BITS == bucket) {
                return (entry & 0xff) - 1;
            }
            at = at + 1 & mask;
            entry = table[at];
        }
        return -1;
    }

    /** The bucket under which the class of words with a word's ending is kept: its last {@value #ENDING} letters. */
    public static int ending(FeatureText text, int token) {
        int to = text.start(token) + text.size(token);
        return Hashing.bucket(
                Hashing.mix(Hashing.of(text.canonical(), Math.max(text.start(token), to - ENDING), to) ^ ENDINGS));
    }

    /** How many words have a class. */
    public int size() {
        return buckets.length;
    }

    /** Their buckets in ascending order. */
    public int[] buckets() {
        return buckets.clone();
    }

    /** Their classes, in the order of {@link #buckets}. */
    public int[] classes() {
        return classes.clone();
    }

    private int slot(int bucket) {
        return bucket * 0x9e3779b1 >>> 7 & mask;
    }
}
