package io.scapa.detection.segmentation;

import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.BundleEnvelope;
import io.scapa.detection.classifier.BundleInput;
import io.scapa.detection.classifier.BundleOutput;
import io.scapa.detection.classifier.LinearModel;
import java.nio.ByteBuffer;

/**
 * What finds synthetic passages. Immutable; shared by all threads.
 *
 * @param release the detector release that it belongs to
 * @param language ISO 639-1 code of the texts that it was trained on
 * @param head a linear model over words, one head
 * @param unit whether a unit of a text of mixed authorship is synthetic
 * @param purity whether a text with a synthetic passage is synthetic as a whole
 * @param gate a text has a passage where its strongest window lies over this; set on human texts of sources not seen
 * @param shareError how far the share of a text of mixed authorship is off, by length: nine in ten texts of sources not seen, 20 to
 *     80% synthetic, are within it
 */
public record PassageModel(
        String release,
        String language,
        LinearModel head,
        StandardisedLogistic unit,
        StandardisedLogistic purity,
        LengthThreshold gate,
        LengthThreshold shareError) {
    /** Shorter texts are not parted: in them no passage can be told from chance. */
    public static final int LEAST_WORDS = 150;

    private static final BundleEnvelope ENVELOPE = new BundleEnvelope("SCAPAPSG", 2);

    /** The bytes of its file; the same model gives the same bytes. */
    public byte[] toBytes() {
        BundleOutput out = new BundleOutput();
        out.string(release);
        out.string(language);
        Bundle.model(out, head);
        unit.write(out);
        purity.write(out);
        out.doubles(gate.logWords());
        out.doubles(gate.thresholds());
        out.doubles(shareError.logWords());
        out.doubles(shareError.thresholds());
        return ENVELOPE.seal(out.bytes());
    }

    /**
     * Reads a file.
     *
     * @throws io.scapa.detection.classifier.BundleException where it is not one, of another version, or damaged
     */
    public static PassageModel read(ByteBuffer file, String name) {
        BundleInput in = ENVELOPE.open(file, name);
        return new PassageModel(
                in.string(),
                in.string(),
                Bundle.model(in),
                StandardisedLogistic.read(in),
                StandardisedLogistic.read(in),
                new LengthThreshold(in.doubles(), in.doubles()),
                new LengthThreshold(in.doubles(), in.doubles()));
    }
}
