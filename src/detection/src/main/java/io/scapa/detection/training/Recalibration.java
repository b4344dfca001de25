package io.scapa.detection.training;

import io.scapa.detection.Assessor;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.detection.calibration.ConformalHumans;
import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.classifier.Classifier;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.provenance.Evidence;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets threshold and p-values on human texts of the user's own kind. Some hundred own texts are worth more than any feature: a
 * threshold set on other sources misses its rate several-fold on the unlucky ones. Each text counts once, however often it
 * comes; texts that the model is not calibrated for (another language, source code, a few words) are left out and counted.
 * Neither the order of the texts nor the threads play a part in what comes out.
 */
public final class Recalibration {
    /** Fewer texts than this say nothing of a rate of 1%. */
    public static final int LEAST = 100;

    private static final int FOLDS = 5;

    private final Classifier classifier;
    private final double rate;
    private final Assessor assessor;
    private final Map<ContentHash, HumanText> humans = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int repeated;

    /**
     * What is kept of a text.
     *
     * @param score log likelihood ratio of its words alone
     * @param words its length
     */
    record HumanText(double score, int words) {}

    /**
     * Begins a recalibration.
     *
     * @param rate the share of humans that may be flagged, in (0, 0.5)
     */
    public Recalibration(Classifier classifier, double rate) {
        if (!(rate > 0 && rate < 0.5)) {
            throw new IllegalArgumentException("a false-positive rate lies in (0, 0.5), got " + rate);
        }
        this.classifier = classifier;
        this.rate = rate;
        this.assessor = Assessors.of(classifier, AssessorOptions.standard());
    }

    /** An assessor by the model as it is: assess on several threads with it, then {@link #add(Assessment)} on one. */
    public Assessor assessor() {
        return assessor;
    }

    /** Counts one human text. */
    public void add(String humanText) {
        add(assessor.assess(Document.ofText(humanText)));
    }

    /** Counts one human text that {@link #assessor} assessed. */
    public void add(Assessment human) {
        if (humans.containsKey(human.contentSha256())) {
            repeated++;
        } else if (human.synthetic().humanPValue() == null
                || !classifier.language().equals(human.language())) {
            leftOut.merge(reason(human), 1, Integer::sum);
        } else {
            Evidence words = human.evidence().stream()
                    .filter(e -> e.kind() == Evidence.Kind.CLASSIFIER && e.statistic() != null)
                    .findFirst()
                    .orElseThrow();
            humans.put(
                    human.contentSha256(),
                    new HumanText(words.statistic(), ((Number) words.details().get("words")).intValue()));
        }
    }

    private String reason(Assessment human) {
        String language = human.language();
        return classifier.language().equals(language)
                ? "source code, or too few words"
                : "language " + (language == null ? "unknown" : language);
    }

    /** How many texts were counted. */
    public int size() {
        return humans.size();
    }

    /** The fewest texts that carry the rate. */
    public int least() {
        return (int) Math.max(LEAST, Math.ceil(1 / rate - 1e-9) - 1);
    }

    /**
     * The classifier with the new threshold and p-values; its release names the texts by a hash.
     *
     * @throws IllegalStateException with fewer texts than {@link #least}
     */
    public Classifier finish() {
        check();
        List<HumanText> texts = List.copyOf(humans.values());
        return new Classifier(
                classifier.release() + "+" + HexFormat.of().formatHex(digest(), 0, 4),
                classifier.models(),
                classifier.stack(),
                classifier.alternatives(),
                classifier.slope(),
                classifier.shift(),
                classifier.ceiling(),
                threshold(texts),
                ConformalHumans.of(scores(texts), words(texts)),
                classifier.language());
    }

    /**
     * What changes: how many of the texts are flagged by the model as it was, and by thresholds that were set on four fifths of
     * the texts and judge the others, so that no text judges itself.
     *
     * @throws IllegalStateException with fewer texts than {@link #least}
     */
    public RecalibrationReport report() {
        check();
        List<HumanText> texts = List.copyOf(humans.values());
        boolean[] before = new boolean[texts.size()];
        boolean[] after = new boolean[texts.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<HumanText> others = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                if (i % FOLDS != fold) {
                    others.add(texts.get(i));
                }
            }
            LengthThreshold threshold = threshold(others);
            for (int i = fold; i < texts.size(); i += FOLDS) {
                HumanText text = texts.get(i);
                before[i] = text.score() > classifier.flag().at(text.words());
                after[i] = text.score() > threshold.at(text.words());
            }
        }
        return RecalibrationReport.of(classifier, finish(), rate, texts, before, after, repeated, leftOut);
    }

    private void check() {
        if (humans.size() < least()) {
            throw new IllegalStateException("a calibration needs at least " + least() + " human texts, got "
                    + humans.size() + (leftOut.isEmpty() ? "" : "; left out: " + leftOut));
        }
    }

    private LengthThreshold threshold(List<HumanText> texts) {
        return LengthThreshold.exchangeable(scores(texts), words(texts), rate);
    }

    private static double[] scores(List<HumanText> texts) {
        return texts.stream().mapToDouble(HumanText::score).toArray();
    }

    private static int[] words(List<HumanText> texts) {
        return texts.stream().mapToInt(HumanText::words).toArray();
    }

    /** Of the set of texts and of the rate. */
    private byte[] digest() {
        MessageDigest digest = ContentHash.sha256();
        humans.keySet().forEach(hash -> digest.update(HexFormat.of().parseHex(hash.hex())));
        digest.update(Double.toString(rate).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return digest.digest();
    }
}
