package io.scapa.detection.training;

import java.util.ArrayList;
import java.util.List;

/** Writes the runs of two authors by turns. */
final class Weave {
    private final String separator;
    private final StringBuilder text = new StringBuilder();
    private final List<Splice.Stretch> stretches = new ArrayList<>();

    /** What stands between two authors' runs. */
    Weave(String separator) {
        this.separator = separator;
    }

    Weave of(List<List<Sentences.Sentence>> human, List<List<Sentences.Sentence>> synthetic, boolean humanFirst) {
        for (int r = 0; r < Math.max(human.size(), synthetic.size()); r++) {
            if (humanFirst) {
                run(human, r, false);
                run(synthetic, r, true);
            } else {
                run(synthetic, r, true);
                run(human, r, false);
            }
        }
        return this;
    }

    private void run(List<List<Sentences.Sentence>> runs, int r, boolean synthetic) {
        if (r >= runs.size()) {
            return;
        }
        int from = text.length();
        runs.get(r).forEach(s -> text.append(s.text()));
        text.setLength(from + text.substring(from).stripTrailing().length());
        text.append(separator);
        stretches.add(new Splice.Stretch(from, text.length(), synthetic));
    }

    Splice splice(Splice.Kind kind, String origin, String source, int fold, int syntheticTokens, int tokens) {
        return new Splice(text.toString(), List.copyOf(stretches), kind, origin, source, fold, syntheticTokens, tokens);
    }
}
