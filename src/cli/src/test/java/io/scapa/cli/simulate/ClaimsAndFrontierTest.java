package io.scapa.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.CliRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsAndFrontierTest {
    @TempDir
    Path folder;

    @Test
    void oneClaimIsCheckedByItsName() {
        CliRun run = CliRun.of("claims", "moore-six-code", "moore-six-equations");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("HOLDS  moore-six-code", "FAILS  moore-six-equations", "2 claims, 0 with another verdict");
        assertThat(CliRun.of("claims", "moore-seven").err()).contains("moore-seven", "moore-six-code");
    }

    @Test
    void theFrontierIsPrintedAndDrawn() {
        Path svg = folder.resolve("frontier.svg");
        CliRun run = CliRun.of("frontier", "--rows", "30,100", "--chains", "300", "--at", "-o", svg.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("M = 100", "real rows");
        assertThat(svg).content().contains("<svg");
        assertThat(CliRun.of("frontier", "--risk", "2").code()).isEqualTo(2);
    }

    @Test
    void aCorpusIsStudiedAndTooLargeABudgetIsNamed() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int d = 0; d < 120; d++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                text.append("w")
                        .append((int) Math.exp((i * 37 + d * 101) % 97 / 15.0))
                        .append(i % 9 == 8 ? ". " : " ");
            }
            lines.append("{\"text\":\"").append(text).append("\"}\n");
        }
        Path file = folder.resolve("documents.jsonl");
        Files.writeString(file, lines);
        CliRun run = CliRun.of("simulate-corpus", file.toString(), "--generations", "2", "--seeds", "2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("replace", "gamma .1", "eta .1", "accumulate", "does not forecast");
        CliRun large = CliRun.of("simulate-corpus", file.toString(), "--tokens", "900000");
        assertThat(large.code()).isEqualTo(2);
        assertThat(large.err()).contains("tokens to train on");
    }
}
