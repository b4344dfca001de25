package io.scapa.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    private static final BoostedTrees TREES = new BoostedTrees(
            new int[] {0, 5},
            new int[] {0, 1, -1, -1, -1, 1, -1, -1},
            new float[] {0, 2, 10, 20, 30, -1, 1, 2},
            new int[] {4, 3, 0, 0, 0, 7, 0, 0});

    @Test
    void everyTreeGivesTheLeafThatTheInputsLeadTo() {
        assertThat(TREES.width()).isEqualTo(2);
        assertThat(TREES.sum(new float[] {0, 2})).isCloseTo(10 + 2, within(0.0));
        assertThat(TREES.sum(new float[] {-1, 2.1f})).isCloseTo(20 + 2, within(0.0));
        assertThat(TREES.sum(new float[] {0.1f, -1})).isCloseTo(30 + 1, within(0.0));
    }

    @Test
    void noTreesGiveZero() {
        BoostedTrees none = new BoostedTrees(new int[0], new int[0], new float[0], new int[0]);
        assertThat(none.sum(new float[0])).isZero();
        assertThat(none.width()).isZero();
    }

    @Test
    void nodesThatLeadNowhereOrBackAreRefused() {
        int[] root = {0};
        assertThatThrownBy(() -> new BoostedTrees(root, new int[] {0, -1}, new float[2], new int[] {2, 0}))
                .hasMessageContaining("a node in [0, 2), got 2");
        assertThatThrownBy(() -> new BoostedTrees(root, new int[] {0, -1}, new float[2], new int[] {0, 0}))
                .hasMessageContaining("children follow their parents");
        assertThatThrownBy(() -> new BoostedTrees(root, new int[] {0}, new float[1], new int[] {0}))
                .hasMessageContaining("a node in [0, 1), got 1");
        assertThatThrownBy(() -> new BoostedTrees(new int[] {3}, new int[] {-1}, new float[1], new int[1]))
                .hasMessageContaining("got 3");
        assertThatThrownBy(() -> new BoostedTrees(root, new int[] {-1}, new float[2], new int[1]))
                .hasMessageContaining("as many inputs as values");
    }
}
