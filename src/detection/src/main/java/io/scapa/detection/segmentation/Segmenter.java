package io.scapa.detection.segmentation;

import io.scapa.detection.classifier.Classifier;
import io.scapa.provenance.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a text into human and synthetic passages. Each unit of some sentences gets the log likelihood ratio of the window
 * around it; a two-state dynamic programme (Viterbi 1967) finds the passages that explain all units best where each change
 * of author costs; a synthetic passage that its windows support too little is given back. Scores of windows are weaker than
 * those of whole texts: they say where, the whole text says whether. One thread an instance.
 */
public final class Segmenter {
    private final Classifier classifier;
    private final Classifier.Workspace room;
    private final Options options;

    /**
     * How to part.
     *
     * @param unitWords least words of a unit
     * @param context units on each side that a unit's window takes in
     * @param bias taken from each window's ratio: a window must speak for synthetic by more than this
     * @param change cost of a change of author
     * @param support least support of a synthetic passage
     */
    public record Options(int unitWords, int context, double bias, double change, double support) {
        /** Chosen on texts spliced from held-out prompts of known sources, so that figures on those are optimistic. */
        public static Options standard() {
            return new Options(12, 1, 0.3, 0.6, 2);
        }
    }

    public Segmenter(Classifier classifier, Options options) {
        this.classifier = classifier;
        this.room = classifier.workspace();
        this.options = options;
    }

    /** Parts a text. */
    public Segmentation segment(String text) {
        List<Units.Unit> units = Units.of(text, options.unitWords());
        double[] support = support(text, units);
        boolean[] synthetic = path(support);
        giveBack(synthetic, support);
        return passages(units, synthetic, support);
    }

    /** What each unit's window says, shared among the units that it covers. */
    private double[] support(String text, List<Units.Unit> units) {
        double[] support = new double[units.size()];
        double share = 2.0 / (2 * options.context() + 1);
        for (int u = 0; u < support.length; u++) {
            int from = units.get(Math.max(0, u - options.context())).from();
            int to = units.get(Math.min(support.length - 1, u + options.context()))
                    .to();
            support[u] =
                    share * (classifier.read(text.substring(from, to), room).score() - options.bias());
        }
        return support;
    }

    /** The best sequence of authors; positive support speaks for synthetic. */
    private boolean[] path(double[] support) {
        int n = support.length;
        boolean[] fromSynthetic = new boolean[n];
        boolean[] stayed = new boolean[n];
        double human = 0;
        double synthetic = 0;
        for (int u = 0; u < n; u++) {
            double cost = u == 0 ? 0 : options.change();
            boolean humanFromSynthetic = synthetic - cost > human;
            boolean syntheticStays = synthetic >= human - cost;
            double nextHuman = Math.max(human, synthetic - cost) - support[u] / 2;
            double nextSynthetic = Math.max(synthetic, human - cost) + support[u] / 2;
            fromSynthetic[u] = humanFromSynthetic;
            stayed[u] = syntheticStays;
            human = nextHuman;
            synthetic = nextSynthetic;
        }
        boolean[] path = new boolean[n];
        boolean state = synthetic > human;
        for (int u = n - 1; u >= 0; u--) {
            path[u] = state;
            state = state ? stayed[u] : fromSynthetic[u];
        }
        return path;
    }

    private void giveBack(boolean[] synthetic, double[] support) {
        int from = 0;
        while (from < synthetic.length) {
            int to = from;
            double sum = 0;
            while (to < synthetic.length && synthetic[to] == synthetic[from]) {
                sum += support[to++];
            }
            if (synthetic[from] && sum < options.support()) {
                java.util.Arrays.fill(synthetic, from, to, false);
            }
            from = to;
        }
    }

    private static Segmentation passages(List<Units.Unit> units, boolean[] synthetic, double[] support) {
        List<Segmentation.Passage> passages = new ArrayList<>();
        int all = 0;
        int made = 0;
        int from = 0;
        while (from < units.size()) {
            int to = from;
            int words = 0;
            double sum = 0;
            while (to < units.size() && synthetic[to] == synthetic[from]) {
                words += units.get(to).words();
                sum += support[to++];
            }
            Span span = new Span(units.get(from).from(), units.get(to - 1).to());
            passages.add(new Segmentation.Passage(span, words, synthetic[from], sum));
            all += words;
            made += synthetic[from] ? words : 0;
            from = to;
        }
        return new Segmentation(passages, all == 0 ? 0 : (double) made / all);
    }
}
