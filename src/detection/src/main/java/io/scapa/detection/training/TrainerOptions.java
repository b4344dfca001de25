package io.scapa.detection.training;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a bundle is trained.
 *
 * @param release id that the bundle gets
 * @param seed of everything random
 * @param language ISO 639-1 code of the texts to train on
 * @param excludedLicences licences whose texts are left out, as the corpora state them
 * @param families the feature families with their heads
 * @param leastDocuments a feature is kept where at least so many texts have it; at least 3
 * @param mostDocuments at most so many texts are held in memory; which is decided by a keyed hash of their ids
 * @param copyWeight weight of each augmented copy of a text; 0 for none
 * @param falsePositiveRate target of the threshold
 */
public record TrainerOptions(
        String release,
        long seed,
        String language,
        Set<String> excludedLicences,
        List<FamilyOptions> families,
        int leastDocuments,
        int mostDocuments,
        double copyWeight,
        double falsePositiveRate) {

    /**
     * A feature family with its heads.
     *
     * @param family its id
     * @param heads what is trained over it
     */
    public record FamilyOptions(String family, List<HeadOptions> heads) {}

    public TrainerOptions {
        excludedLicences = Set.copyOf(excludedLicences);
        families = List.copyOf(families);
        if (leastDocuments < 3) {
            throw new IllegalArgumentException("a feature must be in at least 3 texts, got " + leastDocuments);
        }
        if (!(falsePositiveRate > 0 && falsePositiveRate < 0.5)) {
            throw new IllegalArgumentException("a false-positive rate lies in (0, 0.5), got " + falsePositiveRate);
        }
    }

    private static final int WORDS = 1, FRAMES = 2;

    /** The options of the shipped bundle. */
    public static TrainerOptions standard() {
        int noCap = Integer.MAX_VALUE;
        HeadOptions broad = new HeadOptions("all", EnumSet.allOf(PositiveKind.class), noCap, 0.25, 10, 35, WORDS);
        HeadOptions instructed = new HeadOptions(
                "instructed",
                EnumSet.of(PositiveKind.GENERATED, PositiveKind.EDITED),
                noCap,
                0.6,
                10,
                35,
                WORDS | FRAMES);
        return new TrainerOptions(
                "scapa-en-2",
                20261121,
                "en",
                Set.of(),
                List.of(new FamilyOptions("words-3+frames-5", List.of(broad, instructed))),
                50,
                200_000,
                0.4,
                0.01);
    }

    /** The same with another release id. */
    public TrainerOptions withRelease(String id) {
        return new TrainerOptions(
                id,
                seed,
                language,
                excludedLicences,
                families,
                leastDocuments,
                mostDocuments,
                copyWeight,
                falsePositiveRate);
    }

    /** The same with another seed. */
    public TrainerOptions withSeed(long other) {
        return new TrainerOptions(
                release,
                other,
                language,
                excludedLicences,
                families,
                leastDocuments,
                mostDocuments,
                copyWeight,
                falsePositiveRate);
    }

    /** The same without texts of some licences. */
    public TrainerOptions withoutLicences(Set<String> licences) {
        return new TrainerOptions(
                release,
                seed,
                language,
                licences,
                families,
                leastDocuments,
                mostDocuments,
                copyWeight,
                falsePositiveRate);
    }

    /** The same with another document-frequency limit. */
    public TrainerOptions withLeastDocuments(int least) {
        return new TrainerOptions(
                release,
                seed,
                language,
                excludedLicences,
                families,
                least,
                mostDocuments,
                copyWeight,
                falsePositiveRate);
    }
}
