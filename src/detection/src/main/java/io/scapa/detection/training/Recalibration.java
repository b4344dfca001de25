package io.scapa.detection.training;

import io.scapa.detection.calibration.ConformalHumans;
import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.classifier.Classifier;
import io.scapa.provenance.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Sets threshold and p-values on human texts of the user's own kind. Some hundred own texts are worth more than any feature: a
 * threshold set on other sources misses its rate several-fold on the unlucky ones.
 */
public final class Recalibration {
    /** Fewer texts than this say nothing of a rate of 1%. */
    public static final int LEAST = 100;

    private final Classifier classifier;
    private final double rate;
    private final MessageDigest digest = ContentHash.sha256();
    private final List<Double> scores = new ArrayList<>();
    private final List<Integer> words = new ArrayList<>();
    private final Classifier.Workspace room;

    /**
     * Begins a recalibration.
     *
     * @param rate the share of humans that may be flagged, in (0, 0.5)
     */
    public Recalibration(Classifier classifier, double rate) {
        this.classifier = classifier;
        this.rate = rate;
        this.room = classifier.workspace();
    }

    /** Counts one human text. */
    public void add(String humanText) {
        Classifier.Reading reading = classifier.read(humanText, room);
        scores.add(reading.score());
        words.add(reading.words());
        digest.update(humanText.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** How many texts were counted. */
    public int size() {
        return scores.size();
    }

    /**
     * The classifier with the new threshold and p-values; its release names the texts by a hash.
     *
     * @throws IllegalStateException with fewer than {@value #LEAST} texts
     */
    public Classifier finish() {
        if (scores.size() < LEAST) {
            throw new IllegalStateException(
                    "a calibration needs at least " + LEAST + " human texts, got " + scores.size());
        }
        double[] all = scores.stream().mapToDouble(s -> s).toArray();
        int[] lengths = words.stream().mapToInt(w -> w).toArray();
        double[] weights = new double[all.length];
        Arrays.fill(weights, 1);
        String release = classifier.release() + "+" + HexFormat.of().formatHex(digest.digest(), 0, 4);
        return new Classifier(
                release,
                classifier.models(),
                classifier.stack(),
                classifier.alternatives(),
                classifier.slope(),
                classifier.shift(),
                classifier.ceiling(),
                LengthThreshold.fit(all, lengths, weights, rate),
                ConformalHumans.of(all, lengths),
                classifier.language());
    }
}
