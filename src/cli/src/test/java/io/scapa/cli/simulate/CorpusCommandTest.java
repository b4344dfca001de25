package io.scapa.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCommandTest {
    private static final String RECIPE = """
            name: some
            description: A recipe whose target is run over documents.
            license: unknown
            asOf: 2026-11-21
            tokens: 3000
            targets:
              alpha: {share: 0.50, tolerance: 0.05}
              beta: {share: 0.20, tolerance: 0.05}
              gamma: {share: 0.25, tolerance: 0.05}
              eta: {share: 0.05, tolerance: 0.05}
            seed: 1
            """;

    @TempDir
    Path folder;

    private Path documents(boolean dated) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder lines = new StringBuilder();
        for (int d = 0; d < 120; d++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                text.append('w').append((int) Math.exp(6 * random.nextDouble())).append(i % 11 == 10 ? ". " : " ");
            }
            String date = dated ? ",\"publishedAt\":\"%d-01-01T00:00:00Z\"".formatted(1900 + d) : "";
            lines.append("{\"text\":\"")
                    .append(text.toString().strip())
                    .append('"')
                    .append(date)
                    .append("}\n");
        }
        return Files.writeString(folder.resolve("documents.jsonl"), lines);
    }

    @Test
    void runsTheUsualMixturesOverTheUsersDocuments() throws IOException {
        CliRun run = CliRun.of(
                "simulate-corpus",
                documents(true).toString(),
                "--by-time",
                "--tokens",
                "4000",
                "--generations",
                "2",
                "--seeds",
                "2");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("real only", "replace", "gamma .1", "eta .1", "accumulate", "2 seeds");
    }

    @Test
    void aDatasetsOwnMixtureRunsOnItsHumanDocumentsAndGoesOnFromItsState() throws IOException {
        Path dataset = Files.createDirectories(folder.resolve("dataset/shards")).getParent();
        StringBuilder lines = new StringBuilder();
        int i = 0;
        for (String line : Files.readAllLines(documents(false))) {
            String pool = i++ % 4 == 0 ? "alpha" : "gamma";
            lines.append(line, 0, line.length() - 1)
                    .append(",\"pool\":\"")
                    .append(pool)
                    .append("\"}\n");
        }
        Files.writeString(dataset.resolve("shards/0.jsonl"), lines);
        Files.writeString(dataset.resolve("manifest.json"), """
                {"shards":[{"path":"shards/0.jsonl"}],"mixture":{"pools":[{"pool":"alpha","share":0.5},
                {"pool":"beta","share":0.2},{"pool":"gamma","share":0.3},{"pool":"eta","share":0}]}}
                """);
        Path out = folder.resolve("report");
        String[] call = {
            "simulate-corpus",
            dataset.toString(),
            "--tokens",
            "3000",
            "--generations",
            "2",
            "--seeds",
            "2",
            "--resume",
            folder.resolve("state").toString(),
            "-o",
            out.toString()
        };

        CliRun run = CliRun.of(call);
        CliRun again = CliRun.of(call);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("dataset", "does not forecast");
        assertThat(again.out()).isEqualTo(run.out());
        assertThat(Files.list(folder).map(each -> each.getFileName().toString()))
                .contains("state.real-only", "state.dataset");
        assertThat(Files.readString(out.resolve("report.html"))).contains("does not forecast", "<svg");
        assertThat(out.resolve("charts/comparison-perplexity.svg")).exists();
        assertThat(out.resolve("numbers.csv")).exists();
    }

    @Test
    void aRecipesTargetRunsBesideTheUsualMixtures() throws IOException {
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
        CliRun run = CliRun.of(
                "simulate-corpus",
                documents(false).toString(),
                "--recipe",
                recipe.toString(),
                "--tokens",
                "3000",
                "--generations",
                "1",
                "--seeds",
                "2");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("recipe");
    }

    @Test
    void aScenarioFileRunsOnACorpusWithHandlingsAndSampling() throws IOException {
        Path scenario = Files.writeString(folder.resolve("text.yaml"), """
                name: cold and filtered
                family: {type: ngram, learner: counts, decoding: {temperature: 0.8, topK: 50}}
                regime: mixture
                mixture: {alpha: 0.6, beta: 0.2, gamma: 0.1, eta: 0.1}
                samples: 3000
                generations: 3
                chains: 2
                treatment:
                  beta: stored-rows
                  handling: {detector: {truePositiveRate: 0.8, falsePositiveRate: 0.05, tailFalsePositiveRate: 0.5}}
                """);
        CliRun run = CliRun.of(
                "simulate",
                scenario.toString(),
                "--corpus",
                documents(true).toString(),
                "--tokens",
                "4000",
                "--by-time");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("detector TPR 0.8 FPR 0.05, of rare ones 0.5, refill", "beta from the stored rows");
    }

    @Test
    void aSplitByTimeNeedsDates() throws IOException {
        CliRun run = CliRun.of("simulate-corpus", documents(false).toString(), "--by-time", "--tokens", "4000");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--by-time", "120 of 120");
    }

    @Test
    void aCorpusSmallerThanTheBudgetIsNamed() throws IOException {
        CliRun run = CliRun.of("simulate-corpus", documents(false).toString(), "--tokens", "900000");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("samples", "the scenario asks for 900000");
    }

    @Test
    void anExternalModelThatDiesLeavesTheGenerationsBeforeIt() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/bin/sh")), "needs a shell");
        Path model = Files.writeString(folder.resolve("model.sh"), """
                while read -r line; do
                  case "$line" in
                    *train*) echo '{"ok":true}' ;;
                    *sample*) echo 'out of memory' >&2; exit 3 ;;
                    *) echo '{"perplexity":12.5}' ;;
                  esac
                done
                """);

        CliRun run = CliRun.of("simulate-corpus", documents(false).toString(), "--external", "/bin/sh " + model);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("12.50");
        assertThat(run.err()).contains("died during 'sample'", "the generations above are kept");
    }

    @Test
    void presetsOnMaterialSayWhatTheyNeed() {
        CliRun pictures = CliRun.of("simulate", "shumailov-vae");
        CliRun text = CliRun.of("simulate", "shumailov-opt-0");
        CliRun few = CliRun.of("simulate", "shumailov-vae", "--images", folder.toString());

        assertThat(pictures.code()).isEqualTo(2);
        assertThat(pictures.err()).contains("needs pictures", "datasets fetch digits", "--images");
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.err()).contains("needs a corpus", "--corpus");
        assertThat(few.code()).isEqualTo(2);
        assertThat(few.err()).contains("expected at least 50 pictures, got 0");
        assertThat(CliRun.of("simulate").out()).contains("shumailov-vae", "shumailov-opt-10");
    }
}
