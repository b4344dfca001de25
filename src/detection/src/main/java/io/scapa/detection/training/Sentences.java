package io.scapa.detection.training;

import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.segmentation.SentenceEnds;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** The sentences of texts, as the tokens see them. */
final class Sentences {
    private final FeatureText tokens = new FeatureText();

    /** A sentence with the white space after it. */
    record Sentence(String text, int tokens) {}

    /** The sentences of a text in order. */
    List<Sentence> of(String original) {
        String text = Normalizer.normalize(original, Normalizer.Form.NFKC);
        tokens.read(text, Classifier.LIMIT);
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int t = 0; t < tokens.tokens(); t++) {
            if (t + 1 == tokens.tokens() || SentenceEnds.at(tokens, t)) {
                int start = from == 0 ? 0 : tokens.offset(from);
                sentences.add(new Sentence(text.substring(start, tokens.offset(t + 1)), t + 1 - from));
                from = t + 1;
            }
        }
        return sentences;
    }

    /** From the start of the texts about so many tokens, whole sentences; fewer where the texts have no more. */
    static List<Sentence> take(List<Sentence> from, double target) {
        List<Sentence> taken = new ArrayList<>();
        int tokens = 0;
        for (Sentence sentence : from) {
            if (tokens > 0 && Math.abs(tokens + sentence.tokens() - target) > Math.abs(tokens - target)) {
                break;
            }
            taken.add(sentence);
            tokens += sentence.tokens();
        }
        return taken;
    }

    static int tokens(List<Sentence> sentences) {
        return sentences.stream().mapToInt(Sentence::tokens).sum();
    }

    /** Parts sentences into runs of about the same number of tokens; fewer runs where there are too few sentences. */
    static List<List<Sentence>> runs(List<Sentence> sentences, int count) {
        List<List<Sentence>> runs = new ArrayList<>();
        List<Sentence> rest = sentences;
        for (int left = count; left > 0 && !rest.isEmpty(); left--) {
            List<Sentence> run = left == 1 ? rest : take(rest, (double) tokens(rest) / left);
            runs.add(run);
            rest = rest.subList(run.size(), rest.size());
        }
        return runs;
    }
}
