package io.scapa.detection.training;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a bundle is trained.
 *
 * @param release id that the bundle gets
 * @param seed of everything random
 * @param language ISO 639-1 code of the texts to train on
 * @param excludedLicences licences whose texts are left out, as the corpora state them
 * @param families the feature families with their heads
 * @param parts the mixture that the heads make
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
        List<PartOptions> parts,
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

    private static final int LEAST = 50;
    private static final int WORDS = 1, FRAMES = 2;

    public TrainerOptions {
        excludedLicences = Set.copyOf(excludedLicences);
        families = List.copyOf(families);
        parts = List.copyOf(parts);
        Set<String> names = names(families);
        for (PartOptions part : parts) {
            if (!names.containsAll(part.heads())) {
                throw new IllegalArgumentException(
                        "part " + part.name() + " needs heads among " + names + ", got " + part.heads());
            }
        }
        if (leastDocuments < 3) {
            throw new IllegalArgumentException("a feature must be in at least 3 texts, got " + leastDocuments);
        }
        if (!(falsePositiveRate > 0 && falsePositiveRate < 0.5)) {
            throw new IllegalArgumentException("a false-positive rate lies in (0, 0.5), got " + falsePositiveRate);
        }
    }

    /** All heads as one part that is calibrated on all kinds. */
    public TrainerOptions(
            String release,
            long seed,
            String language,
            Set<String> excludedLicences,
            List<FamilyOptions> families,
            int leastDocuments,
            int mostDocuments,
            double copyWeight,
            double falsePositiveRate) {
        this(
                release,
                seed,
                language,
                excludedLicences,
                families,
                List.of(new PartOptions(
                        "synthetic", EnumSet.allOf(PositiveKind.class), 1, List.copyOf(names(families)))),
                leastDocuments,
                mostDocuments,
                copyWeight,
                falsePositiveRate);
    }

    private static Set<String> names(List<FamilyOptions> families) {
        return families.stream()
                .flatMap(f -> f.heads().stream())
                .map(HeadOptions::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The same without heads and parts whose kinds the texts hold too few of: fewer than {@value #LEAST} when some group of
     * sources is left out. Where that would leave no part, nothing is dropped.
     */
    TrainerOptions fitting(List<LabelledDocument> documents, SourceFolds folds) {
        List<FamilyOptions> kept = families.stream()
                .map(f -> new FamilyOptions(
                        f.family(),
                        f.heads().stream()
                                .filter(h -> folds.least(documents, h::wants) >= LEAST)
                                .toList()))
                .filter(f -> !f.heads().isEmpty())
                .toList();
        Set<String> names = names(kept);
        List<PartOptions> fitting = parts.stream()
                .filter(p -> folds.least(documents, p::wants) >= LEAST)
                .filter(p -> p.heads().stream().anyMatch(names::contains))
                .map(p -> new PartOptions(
                        p.name(),
                        p.positives(),
                        p.share(),
                        p.heads().stream().filter(names::contains).toList()))
                .toList();
        return fitting.isEmpty() ? this : with(release, seed, excludedLicences, kept, fitting, leastDocuments);
    }

    /** The options of the shipped bundle. */
    public static TrainerOptions standard() {
        Set<PositiveKind> every = EnumSet.allOf(PositiveKind.class);
        Set<PositiveKind> instructed = EnumSet.of(PositiveKind.GENERATED, PositiveKind.EDITED);
        Set<PositiveKind> base = EnumSet.of(PositiveKind.BASE);
        List<HeadOptions> heads = List.of(
                new HeadOptions("all", every, Integer.MAX_VALUE, 0.25, 10, 35, WORDS),
                new HeadOptions("instructed", instructed, Integer.MAX_VALUE, 0.6, 10, 35, WORDS | FRAMES),
                new HeadOptions("base", base, Integer.MAX_VALUE, 0.6, 10, 25, WORDS | FRAMES));
        List<PartOptions> parts = List.of(
                new PartOptions("instructed", instructed, 0.8, List.of("all", "instructed")),
                new PartOptions("base", base, 0.1, List.of("all", "base")));
        return new TrainerOptions(
                "scapa-en-4",
                20261121,
                "en",
                Set.of(),
                List.of(new FamilyOptions("words-3+frames-5", heads)),
                parts,
                50,
                200_000,
                0.4,
                0.01);
    }

    /** The same with another release id. */
    public TrainerOptions withRelease(String id) {
        return with(id, seed, excludedLicences, families, parts, leastDocuments);
    }

    /** The same with another seed. */
    public TrainerOptions withSeed(long other) {
        return with(release, other, excludedLicences, families, parts, leastDocuments);
    }

    /** The same without texts of some licences. */
    public TrainerOptions withoutLicences(Set<String> licences) {
        return with(release, seed, licences, families, parts, leastDocuments);
    }

    /** The same with another document-frequency limit. */
    public TrainerOptions withLeastDocuments(int least) {
        return with(release, seed, excludedLicences, families, parts, least);
    }

    private TrainerOptions with(
            String id,
            long otherSeed,
            Set<String> licences,
            List<FamilyOptions> otherFamilies,
            List<PartOptions> otherParts,
            int least) {
        return new TrainerOptions(
                id,
                otherSeed,
                language,
                licences,
                otherFamilies,
                otherParts,
                least,
                mostDocuments,
                copyWeight,
                falsePositiveRate);
    }
}
