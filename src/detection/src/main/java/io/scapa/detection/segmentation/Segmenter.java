package io.scapa.detection.segmentation;

import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureText;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts a text into human and synthetic passages, in three steps. Whether: the strongest window of about 200 tokens must exceed
 * what 3% of human texts of that length exceed. Whole or mixed: a text that no window of which reads human is one passage. Where:
 * each unit of some sentences gets the probability of being synthetic in a text of mixed authorship, and the share is its mean. One
 * thread an instance; time linear in the text's length.
 */
public final class Segmenter {
    /** How many UTF-16 units of a text are parted. */
    public static final int LIMIT = 200_000;

    /** A unit over this probability is synthetic: where F1 by tokens is best on texts of sources not seen. */
    static final double CUT = 0.4;

    /** A text is whole or mixed to both ends of an interval that leaves out one in ten. */
    private static final double SURE = 0.95;

    private final PassageModel model;
    private final boolean mixed;
    private final TokenNgrams ngrams;
    private final FeatureText buffer = new FeatureText();

    /** A segmenter by a model, which asks whether a text has a synthetic passage. */
    public Segmenter(PassageModel model) {
        this(model, false);
    }

    /**
     * A segmenter by a model.
     *
     * @param mixed whether every text is known to be of mixed authorship: then it is not asked whether a text has a synthetic passage
     */
    public Segmenter(PassageModel model, boolean mixed) {
        this.model = model;
        this.mixed = mixed;
        this.ngrams = new TokenNgrams(model.head());
    }

    /** Parts a text; spans are exact where it is NFKC. */
    public Segmentation segment(String text) {
        FeatureText tokens = new FeatureText();
        tokens.read(text, LIMIT);
        return segment(tokens);
    }

    /** Parts a text that was read already. */
    public Segmentation segment(FeatureText text) {
        return text.words() < PassageModel.LEAST_WORDS ? Segmentation.NONE : segment(text, scores(text));
    }

    /**
     * Parts a text where it has a synthetic passage, or is known to; else {@link Segmentation#NONE}. The same passages as
     * {@link #segment}, at a third of its cost for a text without any: the windows that decide are looked at first.
     */
    public Segmentation segmentWhereFound(String text) {
        buffer.read(text, LIMIT);
        return segmentWhereFound(buffer);
    }

    /** The same for a text that was read already. */
    public Segmentation segmentWhereFound(FeatureText tokens) {
        if (tokens.words() < PassageModel.LEAST_WORDS) {
            return Segmentation.NONE;
        }
        ngrams.read(tokens);
        return segmentWhereFound(tokens, Units.of(tokens));
    }

    /**
     * The same for a text whose features another model found, so that none is looked up.
     *
     * @param found by that model in this text
     * @param each {@link LinearModel#contributionsIn} of the passages' head in that model
     */
    public Segmentation segmentWhereFound(FeatureText tokens, LinearModel.Scratch found, float[] each) {
        if (tokens.words() < PassageModel.LEAST_WORDS) {
            return Segmentation.NONE;
        }
        ngrams.read(tokens, found, each);
        return segmentWhereFound(tokens, Units.of(tokens));
    }

    private Segmentation segmentWhereFound(FeatureText tokens, int[] borders) {
        double[] deciding = WindowScores.deciding(ngrams, borders);
        return mixed || WindowScores.greatest(deciding) > model.gate().at(tokens.words())
                ? segment(tokens, WindowScores.of(ngrams, borders, deciding))
                : Segmentation.NONE;
    }

    private Segmentation segment(FeatureText text, WindowScores scores) {
        double threshold = model.gate().at(text.words());
        double[] probabilities = scores.probabilities(model.unit());
        double share = scores.mean(probabilities);
        boolean found = mixed || scores.strongest() > threshold;
        double pure = found && !mixed ? model.purity().probability(scores.textInputs()) : 0;
        boolean[] synthetic = labels(scores, probabilities, found, pure);
        double expected = pure + (1 - pure) * share;
        Interval ifMixed = ifMixed(share, text.words());
        return new Segmentation(
                passages(text, scores, probabilities, synthetic),
                found ? expected : 0,
                new Interval(
                        pure >= SURE ? expected : ifMixed.lower(),
                        pure > 1 - SURE ? 1 : Math.max(expected, ifMixed.upper())),
                share,
                ifMixed,
                scores.strongest(),
                threshold);
    }

    private Interval ifMixed(double share, int words) {
        double error = model.shareError().at(words);
        return new Interval(Math.max(0, share - error), Math.min(1, share + error));
    }

    /** What the windows of a text say. */
    public WindowScores scores(FeatureText text) {
        ngrams.read(text);
        return WindowScores.of(ngrams, Units.of(text));
    }

    private static boolean[] labels(WindowScores scores, double[] probabilities, boolean found, double pure) {
        boolean[] synthetic = new boolean[probabilities.length];
        if (!found) {
            return synthetic;
        }
        double cut = Math.min(CUT, Arrays.stream(probabilities).max().orElse(0) - 1e-12);
        for (int u = 0; u < synthetic.length; u++) {
            synthetic[u] = pure > 0.5 || probabilities[u] > cut;
        }
        return synthetic;
    }

    private static List<Segmentation.Passage> passages(
            FeatureText text, WindowScores scores, double[] probabilities, boolean[] synthetic) {
        List<Segmentation.Passage> passages = new ArrayList<>();
        int from = 0;
        while (from < synthetic.length) {
            int to = from + 1;
            while (to < synthetic.length && synthetic[to] == synthetic[from]) {
                to++;
            }
            int first = scores.borders()[from];
            int last = scores.borders()[to];
            Span span = new Span(from == 0 ? 0 : text.offset(first), text.offset(last));
            passages.add(new Segmentation.Passage(
                    span, last - first, synthetic[from], scores.mean(probabilities, from, to)));
            from = to;
        }
        return passages;
    }
}
