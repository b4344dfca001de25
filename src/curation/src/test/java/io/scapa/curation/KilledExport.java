package io.scapa.curation;

import io.scapa.curation.io.DocumentFiles;
import io.scapa.curation.io.LineFaults;
import io.scapa.curation.io.TokenCounts;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An export in a process of its own that says when it is in a stage and waits there to be killed. */
final class KilledExport {
    private KilledExport() {}

    /** Arguments: recipe, documents, assessments, output, stage. */
    public static void main(String[] args) throws IOException {
        Progress.Stage deadly = Progress.Stage.valueOf(args[4]);
        Progress progress = (stage, done, total) -> {
            if (stage == deadly) {
                System.out.println("IN " + stage);
                waitForever();
            }
        };
        Curator.standard()
                .export(
                        RecipeReader.read(Files.readString(Path.of(args[0]))),
                        source(Path.of(args[1]), Path.of(args[2]), 2),
                        Path.of(args[3]),
                        CollapseCheck.none(),
                        progress);
    }

    static DocumentFiles source(Path documents, Path assessments, int threads) {
        return new DocumentFiles(
                List.of(documents),
                List.of(assessments),
                AssessmentSource.none(),
                TokenCounts.of(Tokenizers.DEFAULT),
                LineFaults.ignored(),
                threads);
    }

    private static void waitForever() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
