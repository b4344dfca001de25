package io.scapa.curation.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second opinion where there is a Python with the reference reader {@code mlcroissant}: it validates and loads the dataset. */
class MlcroissantTest {
    private static final String PROGRAM = """
            import sys, mlcroissant
            dataset = mlcroissant.Dataset(sys.argv[1])
            documents = sum(1 for _ in dataset.records("documents"))
            pools = sum(1 for _ in dataset.records("pools"))
            print(documents, pools)
            """;

    @TempDir
    private Path folder;

    @Test
    void theReferenceReaderLoadsTheDataset() throws Exception {
        if (run("import mlcroissant").code() != 0) {
            System.out.println("SKIPPED, NOT PASSED: needs python3 with the package mlcroissant");
            Assumptions.abort("needs python3 with the package mlcroissant");
        }
        Path dataset = folder.resolve("out");
        Curator.standard()
                .export(
                        TestRecipes.balanced(8_000),
                        TestDocuments.of(TestDocuments.mixed(5, 900)),
                        dataset,
                        CollapseCheck.none(),
                        Progress.none());

        Outcome outcome = run(PROGRAM, dataset.resolve("croissant.json").toString());

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output().strip()).endsWith(" 4");
    }

    private record Outcome(int code, String output) {}

    private static Outcome run(String program, String... arguments) throws InterruptedException {
        try {
            java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("python3", "-c", program));
            command.addAll(java.util.List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : 1, output);
        } catch (IOException e) {
            return new Outcome(127, "no python3");
        }
    }
}
