package io.scapa.detection.evaluation;

import io.scapa.detection.features.Hashing;
import io.scapa.detection.training.LabelledDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;

/**
 * Scores of synthetic texts under attacks, gathered text by text. The chance of an attack is that of the text's id and a seed.
 * Texts that the corpus itself attacked are left as they are, and human texts are never attacked.
 */
public final class Attacks {
    private final List<NamedAttack> attacks;
    private final long seed;
    private final List<double[]> rows = new ArrayList<>();

    /** Some attacks. */
    public Attacks(List<NamedAttack> attacks, long seed) {
        this.attacks = List.copyOf(attacks);
        this.seed = seed;
    }

    /** The scores of a text under each attack, or none where it is not attacked. Safe for several threads. */
    public double[] scores(LabelledDocument text, Judge judge) {
        if (!text.synthetic() || text.attack() != null) {
            return new double[0];
        }
        double[] scores = new double[attacks.size()];
        for (int a = 0; a < scores.length; a++) {
            NamedAttack attack = attacks.get(a);
            long stream = Hashing.mix(Hashing.of(text.id()) ^ seed) + Hashing.of(attack.name());
            scores[a] = judge.score(attack.change()
                    .apply(
                            text.text(),
                            RandomGeneratorFactory.of("L64X128MixRandom").create(stream)));
        }
        return scores;
    }

    /** Takes the scores of a text. */
    public void add(JudgedText text, double[] scores) {
        if (scores.length > 0) {
            double[] row = new double[scores.length + 2];
            row[0] = text.score();
            row[1] = text.fold();
            System.arraycopy(scores, 0, row, 2, scores.length);
            rows.add(row);
        }
    }

    /** All that was gathered. */
    public List<AttackScores> gathered() {
        List<AttackScores> gathered = new ArrayList<>();
        for (int a = 0; a < attacks.size(); a++) {
            int[] folds = rows.stream().mapToInt(r -> (int) r[1]).toArray();
            gathered.add(new AttackScores(attacks.get(a).name(), column(0), column(2 + a), folds));
        }
        return gathered;
    }

    private double[] column(int column) {
        return rows.stream().mapToDouble(r -> r[column]).toArray();
    }
}
