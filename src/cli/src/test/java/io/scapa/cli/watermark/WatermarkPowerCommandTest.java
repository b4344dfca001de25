package io.scapa.cli.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatermarkPowerCommandTest {
    @TempDir
    Path folder;

    private String config() throws IOException {
        return Files.writeString(folder.resolve("scapa.yaml"), """
                watermarkProfiles:
                  - {name: mine, scheme: vllm-gumbel, key: 424242, tokenizer: r50k_base, vocabularySize: 2000}
                """).toString();
    }

    @Test
    void printsARateForEachLengthAndTheTokensNeeded() throws IOException {
        CliRun run = CliRun.of("watermark", "power", "--config", config(), "--entropy", "3", "--texts", "5");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("profile mine, 3.00 nats", "95% interval", "tokens for a rate of 0.9: ");
        assertThat(run.out()).doesNotContain("424242");
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        assertThat(CliRun.of("watermark", "power").err()).contains("--config FILE");
        assertThat(CliRun.of("watermark", "power", "--config", config(), "--profile", "x")
                        .err())
                .contains("[mine]");
        assertThat(CliRun.of("watermark", "power", "--config", config(), "--entropy", "9")
                        .err())
                .contains("got 9.0");
        assertThat(CliRun.of("watermark", "power", "--config", config(), "--level", "2")
                        .code())
                .isEqualTo(2);
    }
}
