package io.scapa.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordTreeTest {
    private static int[] counts(long seed, int words) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[words];
        for (int w = 0; w < words; w++) {
            counts[w] = random.nextInt(4) == 0 ? 0 : 1 + (int) Math.exp(8 * random.nextDouble());
        }
        return counts;
    }

    @Test
    void everyWordWithACountIsReachedByItsOwnDecisions() {
        int[] counts = counts(1, 500);
        WordTree tree = new WordTree(counts);
        for (int word = 0; word < counts.length; word++) {
            assertThat(tree.knows(word)).isEqualTo(counts[word] > 0);
            int node = tree.root();
            for (int place = tree.from(word); place < tree.until(word); place++) {
                assertThat(tree.node(place)).isEqualTo(node);
                node = tree.child(node, tree.bit(place));
            }
            if (counts[word] > 0) {
                assertThat(~node).isEqualTo(word);
            }
        }
    }

    @Test
    void aWordTakesAboutAsManyDecisionsAsItsProbabilityIsWorth() {
        int[] counts = counts(2, 3000);
        WordTree tree = new WordTree(counts);
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        double entropy = 0;
        double length = 0;
        double kraft = 0;
        for (int word = 0; word < counts.length; word++) {
            if (counts[word] > 0) {
                int depth = tree.until(word) - tree.from(word);
                double p = counts[word] / total;
                entropy -= p * Math.log(p) / Math.log(2);
                length += p * depth;
                kraft += Math.pow(2, -depth);
            }
        }
        assertThat(kraft).isEqualTo(1);
        assertThat(length).isBetween(entropy, entropy + 1);
    }
}
