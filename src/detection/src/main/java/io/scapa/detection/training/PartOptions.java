package io.scapa.detection.training;

import java.util.List;
import java.util.Set;

/**
 * One way in which synthetic texts come about, as a part of the mixture that a classifier is ({@link
 * io.scapa.detection.classifier.Stack}): the mean of some heads' standardised margins, calibrated on human texts and on
 * synthetic ones of some kinds.
 *
 * @param name for the card
 * @param positives the kinds of synthetic text that it is calibrated on
 * @param share of synthetic texts that are of these kinds, before a text is seen; the shares need not sum to 1
 * @param heads names of the heads whose mean it is, of whichever family
 */
public record PartOptions(String name, Set<PositiveKind> positives, double share, List<String> heads) {
    public PartOptions {
        positives = Set.copyOf(positives);
        heads = List.copyOf(heads);
        if (positives.isEmpty() || heads.isEmpty() || !(share > 0)) {
            throw new IllegalArgumentException("a part needs positives, heads and a positive share, got " + positives
                    + ", " + heads + ", " + share);
        }
    }

    /** Whether it is calibrated on a document. */
    boolean wants(LabelledDocument document) {
        return !document.synthetic() || positives.contains(PositiveKind.of(document));
    }
}
