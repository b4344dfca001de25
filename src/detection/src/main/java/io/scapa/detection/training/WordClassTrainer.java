package io.scapa.detection.training;

import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import io.scapa.detection.features.WordClasses;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Parts the words of some texts into classes of words that are used alike, by their neighbours alone: no label and no list of
 * words is used. A word is the square roots of how often each of the commonest tokens stands before it and behind it (Hellinger
 * distance: Lebret and Collobert 2014), less the mean of all words; words go to classes by spherical k-means (Dhillon and Modha
 * 2001), whose first centres are the commonest of them. The very commonest words, mostly function words, get class 0: each
 * stands for itself. The ending of a word gets the class of most words that have it. Deterministic.
 */
final class WordClassTrainer {
    private static final int OWN = 300;
    private static final int CLASSES = 200;
    private static final int CONTEXTS = 250;
    private static final int LEAST_TEXTS = 20;
    private static final int LEAST_WORDS = 5;
    private static final int ROUNDS = 25;

    private final List<LabelledDocument> documents;
    private final int classes;
    private final FeatureText text = new FeatureText();
    /** Each bucket's number among the words, or among the contexts; -1 for none. */
    private final int[] wordOf = new int[Hashing.BUCKETS];

    private final int[] contextOf = new int[Hashing.BUCKETS];
    private final int[] endingOf = new int[Hashing.BUCKETS];

    private WordClassTrainer(List<LabelledDocument> documents, int classes) {
        this.documents = documents;
        this.classes = classes;
        Arrays.fill(wordOf, -1);
        Arrays.fill(contextOf, -1);
    }

    /** The classes of the words that at least {@value #LEAST_TEXTS} of some texts have. */
    static WordClasses of(List<LabelledDocument> documents) {
        return of(documents, CLASSES);
    }

    /** The same with another number of classes. */
    static WordClasses of(List<LabelledDocument> documents, int classes) {
        return new WordClassTrainer(documents, classes).train();
    }

    private WordClasses train() {
        int[] words = number();
        int own = Math.min(OWN, words.length);
        int[] rest = Arrays.copyOfRange(words, own, words.length);
        for (int w = 0; w < rest.length; w++) {
            wordOf[rest[w]] = w;
        }
        int[] assigned = cluster(neighbours(rest.length));
        TreeMap<Integer, Integer> all = new TreeMap<>(endings(rest, assigned));
        for (int w = 0; w < words.length; w++) {
            all.put(words[w], w < own ? 0 : 1 + assigned[w - own]);
        }
        return WordClasses.of(
                all.keySet().stream().mapToInt(b -> b).toArray(),
                all.values().stream().mapToInt(c -> c).toArray());
    }

    /** The class of most words with an ending, for endings that some words have. */
    private Map<Integer, Integer> endings(int[] rest, int[] assigned) {
        Map<Integer, int[]> votes = new HashMap<>();
        for (int w = 0; w < rest.length; w++) {
            votes.computeIfAbsent(endingOf[rest[w]], e -> new int[classes])[assigned[w]]++;
        }
        Map<Integer, Integer> most = new HashMap<>();
        votes.forEach((ending, counts) -> {
            int best = 0;
            for (int c = 1; c < counts.length; c++) {
                best = counts[c] > counts[best] ? c : best;
            }
            if (IntStream.of(counts).sum() >= LEAST_WORDS) {
                most.put(ending, 1 + best);
            }
        });
        return most;
    }

    /** Numbers the contexts; the words that enough texts have, the commonest first. */
    private int[] number() {
        int[] texts = new int[Hashing.BUCKETS];
        int[] last = new int[Hashing.BUCKETS];
        int[] tokens = new int[Hashing.BUCKETS];
        for (int d = 0; d < documents.size(); d++) {
            text.read(documents.get(d).text(), Classifier.LIMIT);
            for (int t = 0; t < text.tokens(); t++) {
                int bucket = Hashing.bucket(text.hash(t));
                tokens[bucket]++;
                if (text.isWord(t) && last[bucket] != d + 1) {
                    last[bucket] = d + 1;
                    endingOf[bucket] = WordClasses.ending(text, t);
                    texts[bucket]++;
                }
            }
        }
        int[] contexts = VocabularyList.commonest(tokens, 1);
        for (int c = 0; c < Math.min(CONTEXTS, contexts.length); c++) {
            contextOf[contexts[c]] = c;
        }
        return VocabularyList.commonest(texts, LEAST_TEXTS);
    }

    /** Words as sparse rows: which contexts, and the square root of each one's share. */
    private record Sparse(int[][] columns, float[][] values, float[] mean) {
        /** One over the length of a row less the mean. */
        double[] scales() {
            double square = 0;
            for (float m : mean) {
                square += (double) m * m;
            }
            double[] scales = new double[columns.length];
            for (int w = 0; w < scales.length; w++) {
                double length = square;
                for (int k = 0; k < columns[w].length; k++) {
                    double value = values[w][k];
                    length += value * value - 2 * value * mean[columns[w][k]];
                }
                scales[w] = length > 1e-12 ? 1 / Math.sqrt(length) : 0;
            }
            return scales;
        }
    }

    private Sparse neighbours(int words) {
        int other = CONTEXTS;
        int width = 2 * (CONTEXTS + 1);
        int[][] counts = new int[words][];
        for (LabelledDocument document : documents) {
            text.read(document.text(), Classifier.LIMIT);
            for (int t = 0; t < text.tokens(); t++) {
                int word = wordOf[Hashing.bucket(text.hash(t))];
                if (word < 0 || !text.isWord(t)) {
                    continue;
                }
                int[] row = counts[word] == null ? counts[word] = new int[width] : counts[word];
                if (t > 0) {
                    row[context(t - 1, other)]++;
                }
                if (t + 1 < text.tokens()) {
                    row[CONTEXTS + 1 + context(t + 1, other)]++;
                }
            }
        }
        return sparse(counts, width);
    }

    private int context(int token, int other) {
        int context = contextOf[Hashing.bucket(text.hash(token))];
        return context < 0 ? other : context;
    }

    private static Sparse sparse(int[][] counts, int width) {
        int[][] columns = new int[counts.length][];
        float[][] values = new float[counts.length][];
        double[] sums = new double[width];
        for (int w = 0; w < counts.length; w++) {
            int[] row = counts[w] == null ? new int[width] : counts[w];
            long total = IntStream.of(row).asLongStream().sum();
            columns[w] = IntStream.range(0, width).filter(c -> row[c] > 0).toArray();
            values[w] = new float[columns[w].length];
            for (int k = 0; k < columns[w].length; k++) {
                values[w][k] = (float) Math.sqrt(row[columns[w][k]] / (double) total);
                sums[columns[w][k]] += values[w][k];
            }
        }
        float[] mean = new float[width];
        for (int c = 0; c < width; c++) {
            mean[c] = (float) (sums[c] / Math.max(1, counts.length));
        }
        return new Sparse(columns, values, mean);
    }

    private int[] cluster(Sparse rows) {
        int n = rows.columns().length;
        int k = Math.min(classes, n);
        double[] scales = rows.scales();
        int[] assigned = IntStream.range(0, n).map(w -> w < k ? w : -1).toArray();
        for (int round = 0; round <= ROUNDS; round++) {
            float[][] centres = centres(rows, scales, assigned, k);
            IntStream.range(0, n).parallel().forEach(w -> assigned[w] = nearest(rows, w, centres, k));
        }
        return assigned;
    }

    /** The classes' mean directions, transposed: for each context one number a class; the last row is what the mean takes away. */
    private static float[][] centres(Sparse rows, double[] scales, int[] assigned, int k) {
        int width = rows.mean().length;
        double[][] sums = new double[k][width];
        double[] weights = new double[k];
        for (int w = 0; w < assigned.length; w++) {
            if (assigned[w] < 0) {
                continue;
            }
            double[] sum = sums[assigned[w]];
            weights[assigned[w]] += scales[w];
            for (int e = 0; e < rows.columns()[w].length; e++) {
                sum[rows.columns()[w][e]] += scales[w] * rows.values()[w][e];
            }
        }
        float[][] centres = new float[width + 1][k];
        for (int c = 0; c < k; c++) {
            double square = 0;
            for (int j = 0; j < width; j++) {
                sums[c][j] -= weights[c] * rows.mean()[j];
                square += sums[c][j] * sums[c][j];
            }
            double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
            double taken = 0;
            for (int j = 0; j < width; j++) {
                centres[j][c] = (float) (sums[c][j] * scale);
                taken += sums[c][j] * scale * rows.mean()[j];
            }
            centres[width][c] = (float) taken;
        }
        return centres;
    }

    private static int nearest(Sparse rows, int word, float[][] centres, int k) {
        float[] products = new float[k];
        int[] columns = rows.columns()[word];
        for (int e = 0; e < columns.length; e++) {
            float value = rows.values()[word][e];
            float[] row = centres[columns[e]];
            for (int c = 0; c < k; c++) {
                products[c] += value * row[c];
            }
        }
        float[] taken = centres[centres.length - 1];
        int best = 0;
        for (int c = 1; c < k; c++) {
            if (products[c] - taken[c] > products[best] - taken[best]) {
                best = c;
            }
        }
        return best;
    }
}
