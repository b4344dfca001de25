package io.scapa.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @TempDir
    Path folder;

    @Test
    void listsThePresets() {
        CliRun run = CliRun.of("simulate");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("moore-blog", "shumailov-gauss", "poly-blog");
    }

    @Test
    void runsAPresetAndWritesReportAndCharts() throws Exception {
        Path out = folder.resolve("out");

        CliRun run = CliRun.of("simulate", "poly-blog", "--chains", "64", "-o", out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("poly-blog", "64 chains");
        assertThat(Json.mapper()
                        .readTree(Files.readString(out.resolve("report.json")))
                        .isObject())
                .isTrue();
        assertThat(out.resolve("charts"))
                .isDirectoryContaining(file -> file.toString().endsWith(".svg"));
    }

    @Test
    void theSameCallGivesTheSameBytes() throws Exception {
        CliRun.of(
                "simulate",
                "poly-blog",
                "--chains",
                "32",
                "-o",
                folder.resolve("a").toString());
        CliRun.of(
                "simulate",
                "poly-blog",
                "--chains",
                "32",
                "-o",
                folder.resolve("b").toString());

        assertThat(folder.resolve("a/report.json")).hasSameBinaryContentAs(folder.resolve("b/report.json"));
    }

    @Test
    void runsAScenarioOfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), """
                name: mostly-own-output
                family: {type: gaussian, estimator: unbiased}
                regime: mixture
                mixture: {alpha: 0.8, beta: 0.0, gamma: 0.1, eta: 0.1}
                samples: 50
                generations: 10
                chains: 100
                seed: 1
                """);

        CliRun run = CliRun.of("simulate", file.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("mostly-own-output");
    }

    @Test
    void anUnknownPresetIsAnsweredWithTheKnownOnes() {
        CliRun run = CliRun.of("simulate", "less-blog");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("unknown preset 'less-blog'", "moore-blog");
    }

    @Test
    void aWrongScenarioIsNamedWithFileAndField() throws Exception {
        Path file = Files.writeString(
                folder.resolve("scenario.yaml"),
                "family: {type: gaussian}\nregime: mixture\nmixture: {alpha: 0.8, beta: 0.5, gamma: 0.1, eta: 0.1}\n");

        CliRun run = CliRun.of("simulate", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("scenario.yaml", "mixture");
    }

    @Test
    void negativeChainsAreRefused() {
        CliRun run = CliRun.of("simulate", "poly-blog", "--chains", "-5");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("chains", "-5");
    }
}
