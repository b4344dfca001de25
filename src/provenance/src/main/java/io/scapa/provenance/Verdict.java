package io.scapa.provenance;

import org.jspecify.annotations.Nullable;

/**
 * What an assessment says of a text's origin, from its own evidence.
 *
 * @param origin the verdict
 * @param reason why, in words for a reader; never null for {@link Origin#UNDETERMINED}
 */
public record Verdict(Origin origin, @Nullable String reason) {
    public Verdict {
        if (origin == Origin.UNDETERMINED && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("an undetermined verdict states its reason");
        }
    }

    /** No verdict, with the reason. */
    public static Verdict undetermined(String reason) {
        return new Verdict(Origin.UNDETERMINED, reason);
    }
}
