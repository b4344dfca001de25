package io.scapa.detection.attribution;

import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.BundleEnvelope;
import io.scapa.detection.classifier.BundleInput;
import io.scapa.detection.classifier.BundleOutput;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureText;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Tells families of models apart, for texts that are synthetic: one linear head a family, that family against all others, and
 * one for the era. A text that no head claims is of an unknown family (open-set recognition by the largest of the one-against-rest
 * outputs, Scheirer et al. 2013). Immutable; shared by all threads.
 *
 * @param release the detector release that it belongs to
 * @param language ISO 639-1 code of the texts that it was trained on
 * @param families names, in the order of the heads; the last head is the era's
 * @param heads the linear model
 * @param least a text whose largest margin lies under this is of an unknown family
 * @param confidence of the nearest family: factor of its margin, factor of its lead over the next, intercept
 */
public record FamilyModel(
        String release, String language, List<String> families, LinearModel heads, double least, double[] confidence) {
    /** What a family is called that no head claims. */
    public static final String UNKNOWN = "unknown";

    private static final BundleEnvelope ENVELOPE = new BundleEnvelope("SCAPAFAM", 1);

    public FamilyModel {
        families = List.copyOf(families);
        if (heads.heads() != families.size() + 1 || confidence.length != 3) {
            throw new IllegalArgumentException("expected a head for each of " + families + " and one for the era, got "
                    + heads.heads() + "; and three factors, got " + confidence.length);
        }
    }

    /** Attributes a text that was read. */
    public Attribution attribute(FeatureText text, LinearModel.Scratch scratch) {
        double[] margins = new double[heads.heads()];
        heads.score(text, scratch, margins, 0);
        return attribute(margins);
    }

    /**
     * Attributes a text whose features another model found.
     *
     * @param found by that model in the text
     * @param shared {@link LinearModel#sharedWith} of the heads and that model
     */
    public Attribution attribute(LinearModel.Scratch found, int[] shared) {
        double[] margins = new double[heads.heads()];
        heads.score(found, shared, margins, 0);
        return attribute(margins);
    }

    /** Attributes a text by the margins of its heads. */
    public Attribution attribute(double[] margins) {
        int best = 0;
        double second = Double.NEGATIVE_INFINITY;
        for (int f = 1; f < families.size(); f++) {
            if (margins[f] > margins[best]) {
                second = margins[best];
                best = f;
            } else {
                second = Math.max(second, margins[f]);
            }
        }
        double lead = families.size() > 1 ? margins[best] - second : 0;
        return new Attribution(
                margins[best] >= least ? families.get(best) : UNKNOWN,
                families.get(best),
                logistic(confidence[0] * margins[best] + confidence[1] * lead + confidence[2]),
                margins[best],
                logistic(margins[families.size()]));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The bytes of its file; the same model gives the same bytes. */
    public byte[] toBytes() {
        BundleOutput out = new BundleOutput();
        out.string(release);
        out.string(language);
        out.integer(families.size());
        families.forEach(out::string);
        Bundle.model(out, heads);
        out.doubles(least);
        out.doubles(confidence);
        return ENVELOPE.seal(out.bytes());
    }

    /**
     * Reads a file.
     *
     * @throws io.scapa.detection.classifier.BundleException where it is not one, of another version, or damaged
     */
    public static FamilyModel read(ByteBuffer file, String name) {
        BundleInput in = ENVELOPE.open(file, name);
        return new FamilyModel(
                in.string(),
                in.string(),
                in.list(BundleInput::string),
                Bundle.model(in),
                in.doubles()[0],
                in.doubles());
    }
}
