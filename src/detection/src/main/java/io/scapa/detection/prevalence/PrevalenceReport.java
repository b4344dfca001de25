package io.scapa.detection.prevalence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Synthetic shares of a whole and of its groups.
 *
 * @param by what the groups are told apart by; empty for the whole only
 * @param weighting what the shares are of
 * @param release the detector release that scored the documents, or null where nothing was counted
 * @param total the whole; null where nothing was counted
 * @param groups ordered by key
 * @param labels how many labels the audit brought
 * @param labelsUsed how many of them belong to documents of the whole
 * @param uncounted documents without tokens, which a share of tokens passes over
 */
public record PrevalenceReport(
        List<Dimension> by,
        Weighting weighting,
        @Nullable String release,
        @Nullable GroupPrevalence total,
        List<GroupPrevalence> groups,
        int labels,
        int labelsUsed,
        long uncounted) {
    public PrevalenceReport {
        by = List.copyOf(by);
        groups = List.copyOf(groups);
    }

    /** The whole, absent where nothing was counted. */
    public Optional<GroupPrevalence> whole() {
        return Optional.ofNullable(total);
    }
}
