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
 * @param voices heads whose means are heard where the source is one that they have seen
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
        List<List<String>> voices,
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
    private static final int WORDS = 1;

    public TrainerOptions {
        excludedLicences = Set.copyOf(excludedLicences);
        families = List.copyOf(families);
        parts = List.copyOf(parts);
        voices = voices.stream().map(List::copyOf).toList();
        Set<String> names = names(families);
        for (List<String> voice : voices) {
            if (voice.isEmpty() || !names.containsAll(voice)) {
                throw new IllegalArgumentException("a voice needs heads among " + names + ", got " + voice);
            }
        }
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

    /** All heads as one part that is calibrated on all kinds, and each a voice of its own. */
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
                names(families).stream().map(List::of).toList(),
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
        List<List<String>> heard = voices.stream()
                .map(v -> v.stream().filter(names::contains).toList())
                .filter(v -> !v.isEmpty())
                .toList();
        return fitting.isEmpty() ? this : with(release, seed, excludedLicences, kept, fitting, heard, leastDocuments);
    }

    /** The options of the shipped bundle. */
    public static TrainerOptions standard() {
        Set<PositiveKind> every = EnumSet.allOf(PositiveKind.class);
        Set<PositiveKind> instructed = EnumSet.of(PositiveKind.GENERATED, PositiveKind.EDITED);
        Set<PositiveKind> base = EnumSet.of(PositiveKind.BASE);
        FitOptions once = new FitOptions.Adaptive(0.3, 0, 1, true);
        List<HeadOptions> heads = List.of(
                head("words", every, once, WORDS),
                head("all", every, once, -1),
                head("instructed", instructed, once, -1),
                head("base", base, once, -1),
                head("generated", EnumSet.of(PositiveKind.GENERATED), once, -1),
                head("edited", EnumSet.of(PositiveKind.EDITED), once, -1));
        List<PartOptions> parts = List.of(
                part("generated", PositiveKind.GENERATED, 0.5, "words", "instructed", "generated"),
                part("edited", PositiveKind.EDITED, 0.3, "words", "instructed", "edited"),
                part("base", PositiveKind.BASE, 0.1, "words", "base"));
        List<List<String>> voices =
                List.of(List.of("words", "all"), List.of("instructed"), List.of("base"), List.of("generated"));
        return new TrainerOptions(
                "scapa-en-6",
                20261121,
                "en",
                Set.of(),
                List.of(new FamilyOptions("words-3+frames-3+classes-3", heads)),
                parts,
                voices,
                50,
                200_000,
                0.4,
                0.01);
    }

    private static HeadOptions head(String name, Set<PositiveKind> positives, FitOptions fit, int reads) {
        return new HeadOptions(name, positives, Integer.MAX_VALUE, 0.25, fit, reads);
    }

    private static PartOptions part(String name, PositiveKind kind, double share, String... heads) {
        return new PartOptions(name, EnumSet.of(kind), share, List.of(heads));
    }

    /** The same with another release id. */
    public TrainerOptions withRelease(String id) {
        return with(id, seed, excludedLicences, families, parts, voices, leastDocuments);
    }

    /** The same with another seed. */
    public TrainerOptions withSeed(long other) {
        return with(release, other, excludedLicences, families, parts, voices, leastDocuments);
    }

    /** The same without texts of some licences. */
    public TrainerOptions withoutLicences(Set<String> licences) {
        return with(release, seed, licences, families, parts, voices, leastDocuments);
    }

    /** The same with another document-frequency limit. */
    public TrainerOptions withLeastDocuments(int least) {
        return with(release, seed, excludedLicences, families, parts, voices, least);
    }

    private TrainerOptions with(
            String id,
            long otherSeed,
            Set<String> licences,
            List<FamilyOptions> otherFamilies,
            List<PartOptions> otherParts,
            List<List<String>> otherVoices,
            int least) {
        return new TrainerOptions(
                id,
                otherSeed,
                language,
                licences,
                otherFamilies,
                otherParts,
                otherVoices,
                least,
                mostDocuments,
                copyWeight,
                falsePositiveRate);
    }
}
