package io.scapa.detection.training;

import java.util.EnumSet;
import java.util.List;

/**
 * Languages besides English with labelled texts of at least two sources. Their models read characters, not words, and are called
 * experimental: two to four sources say little of a third or fifth.
 */
public final class ExperimentalLanguages {
    /** ISO 639-1 codes. */
    public static final List<String> CODES = List.of("zh", "es");

    /** A feature is kept where so many texts have it: these corpora are a fortieth of the English ones. */
    private static final int LEAST_DOCUMENTS = 5;

    private ExperimentalLanguages() {}

    /** How a language's model is trained, with the seed and the licences of the English one. */
    public static TrainerOptions options(TrainerOptions english, String language) {
        HeadOptions head = new HeadOptions("all", EnumSet.allOf(PositiveKind.class), Integer.MAX_VALUE, 0.25, 10, 35);
        return new TrainerOptions(
                english.release() + "-experimental-" + language,
                english.seed(),
                language,
                english.excludedLicences(),
                List.of(new TrainerOptions.FamilyOptions("characters-1-5", List.of(head))),
                LEAST_DOCUMENTS,
                english.mostDocuments(),
                english.copyWeight(),
                english.falsePositiveRate());
    }

    /** Whether the texts suffice: 100 of each label, of two sources or more. */
    public static boolean suffices(TrainingSet set) {
        long synthetic =
                set.training().stream().filter(LabelledDocument::synthetic).count();
        return synthetic >= 100
                && set.training().size() - synthetic >= 100
                && set.training().stream()
                                .map(LabelledDocument::source)
                                .distinct()
                                .count()
                        >= 2;
    }
}
