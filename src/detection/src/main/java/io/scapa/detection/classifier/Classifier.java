package io.scapa.detection.classifier;

import io.scapa.detection.calibration.ConformalHumans;
import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.features.FeatureText;
import java.util.List;

/**
 * What a bundle holds: the linear models, the stack over them and its calibration. Immutable; shared by all threads.
 *
 * @param release id of the detector release
 * @param models the linear models
 * @param stack the last stage
 * @param alternatives mixtures fitted without one group of sources each, heard beside the stack's own {@link SeenSources}: their
 *     spread is the interval
 * @param slope scale of the stack's margin that makes it a log likelihood ratio on sources not seen
 * @param shift added after that
 * @param ceiling what the log likelihood ratio saturates at: that of one error in all calibration texts
 * @param flag over it a text is called synthetic
 * @param humans human calibration scores
 * @param language the only language that it was calibrated for
 */
public record Classifier(
        String release,
        List<LinearModel> models,
        Stack stack,
        List<Stack> alternatives,
        double slope,
        double shift,
        double ceiling,
        LengthThreshold flag,
        ConformalHumans humans,
        String language) {
    /** How many UTF-16 units of a text are read. */
    public static final int LIMIT = 8000;

    public Classifier {
        models = List.copyOf(models);
        alternatives = List.copyOf(alternatives);
    }

    /** How many margins the models give together. */
    public int members() {
        return models.stream().mapToInt(LinearModel::heads).sum();
    }

    /** What one thread needs to classify. */
    public static final class Workspace {
        private final FeatureText text = new FeatureText();
        private final LinearModel.Scratch[] scratches;
        private final double[] margins;

        private Workspace(Classifier classifier) {
            scratches = new LinearModel.Scratch[classifier.models.size()];
            java.util.Arrays.setAll(scratches, i -> new LinearModel.Scratch());
            margins = new double[classifier.members()];
        }

        /** The text that was classified last. */
        public FeatureText text() {
            return text;
        }

        /** What a model found in it. */
        public LinearModel.Scratch found(int model) {
            return scratches[model];
        }
    }

    /** Room for one thread. */
    public Workspace workspace() {
        return new Workspace(this);
    }

    /**
     * What a classifier says of a text.
     *
     * @param score log likelihood ratio, synthetic over human
     * @param lowest the least that a last stage fitted without some sources gives
     * @param highest the most
     * @param words how many words were read
     * @param features how many features of the models they have
     */
    public record Reading(double score, double lowest, double highest, int words, int features) {}

    /** Classifies a text. */
    public Reading read(String text, Workspace room) {
        room.text.read(text, LIMIT);
        int features = 0;
        int at = 0;
        for (int m = 0; m < models.size(); m++) {
            features += models.get(m).score(room.text, room.scratches[m], room.margins, at);
            at += models.get(m).heads();
        }
        return calibrate(room.margins, room.text.words(), features);
    }

    /** From the members' margins to a reading. */
    public Reading calibrate(double[] margins, int words, int features) {
        double ifSeen = stack.ifSeen(margins, words);
        double score = ratio(stack.margin(margins, words, ifSeen));
        double lowest = score;
        double highest = score;
        for (Stack other : alternatives) {
            double value = ratio(other.margin(margins, words, ifSeen));
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return new Reading(score, lowest, highest, words, features);
    }

    /** The log likelihood ratio of a margin of the stack: strictly increasing, within the ceiling. */
    public double ratio(double margin) {
        double value = slope * margin + shift;
        return ceiling * Math.tanh(value / ceiling);
    }
}
