package io.scapa.curation.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which benchmarks are kept out: a document is left out that shares a run of words with one of their texts (T. Brown et al., "Language
 * models are few-shot learners", 2020, arXiv 2005.14165, appendix C: runs of 13 words).
 *
 * @param files JSON lines or plain text, one benchmark text a line; JSON lines count every text value of a line
 * @param words length of a run, 1 or more
 * @param sha256 of what the files hold, so that a recipe names the very benchmarks, or null where any will do
 */
public record DecontaminationSettings(
        List<String> files, int words, @Nullable String sha256) {
    public DecontaminationSettings {
        files = List.copyOf(files);
        if (words < 1) {
            throw new IllegalArgumentException("a run has 1 word or more, got " + words);
        }
    }

    /** Runs of 13 words against one file. */
    public static DecontaminationSettings of(String file) {
        return new DecontaminationSettings(List.of(file), 13, null);
    }
}
