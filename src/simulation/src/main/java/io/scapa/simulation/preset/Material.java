package io.scapa.simulation.preset;

import io.scapa.simulation.family.images.ImageSet;
import io.scapa.simulation.text.TextCorpus;
import org.jspecify.annotations.Nullable;

/**
 * What a user brings for presets that are about pictures or text.
 *
 * @param corpus documents, split
 * @param images pictures
 */
public record Material(
        @Nullable TextCorpus corpus, @Nullable ImageSet images) {
    /** Nothing. */
    public static final Material NONE = new Material(null, null);

    /** What a preset may need. */
    public enum Need {
        /** Pictures. */
        IMAGES("--images"),
        /** A corpus. */
        CORPUS("--corpus");

        private final String option;

        Need(String option) {
            this.option = option;
        }

        /** How it is given on the command line. */
        public String option() {
            return option;
        }
    }
}
