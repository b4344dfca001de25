package io.scapa.detection.watermark;

import io.scapa.detection.training.CorpusReader;
import io.scapa.testing.SharedFolder;
import io.scapa.text.token.Tokenizers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Human texts of one corpus, for language models of the power studies. */
final class StudyTexts {
    private StudyTexts() {}

    /** Whole texts in GPT-2 tokens, until they hold so many. */
    static List<int[]> tokens(int wanted) {
        List<int[]> texts = new ArrayList<>();
        int[] tokens = {0};
        Path folder = SharedFolder.require("corpora");
        new CorpusReader().read(folder.resolve("l2r.jsonl.gz"), document -> {
            if (document.isCleanHuman() && tokens[0] < wanted) {
                texts.add(Tokenizers.named("r50k_base").encode(document.text()));
                tokens[0] += texts.get(texts.size() - 1).length;
            }
        });
        return texts;
    }
}
