package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptFoldsTest {
    @Test
    void textsOfOnePromptFallIntoOneFoldAndFoldsAreAboutEqual() {
        List<LabelledDocument> documents = GeneratedCorpus.documents(4000, 1);
        Map<String, Integer> foldOf = new HashMap<>();
        int[] sizes = new int[PromptFolds.COUNT];
        for (LabelledDocument document : documents) {
            int fold = PromptFolds.of(document);
            assertThat(foldOf.computeIfAbsent(document.group(), g -> fold)).isEqualTo(fold);
            sizes[fold]++;
        }
        assertThat(sizes).hasSize(4);
        for (int size : sizes) {
            assertThat(size).isBetween(800, 1200);
        }
    }
}
