package io.scapa.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.cli.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
    @TempDir
    Path folder;

    @Test
    void anEmptyFileIsTheStandard() throws Exception {
        assertThat(read("")).isEqualTo(ScapaConfig.standard());
    }

    @Test
    void readsTimelineProfilesAndPriors() throws Exception {
        ScapaConfig config = read("""
                current: 2
                generations:
                  - {index: 0, until: 2022-11-30}
                  - {index: 1, from: 2022-11-30, until: "2025-01-01T00:00:00Z", models: [gpt-4]}
                  - {index: 2, from: 2025-01-01, watermarkProfiles: [ours]}
                watermarkProfiles:
                  - {name: ours, scheme: transformers-kgw, key: 15485863, tokenizer: r50k_base, vocabularySize: 50257, device: cpu}
                priors: {synthetic: 0.2, undated: {beta: 0.25, gamma: 0.25, eta: 0.5}}
                """);

        assertThat(config.timeline().current()).isEqualTo(2);
        assertThat(config.timeline().cutoff()).isEqualTo(Instant.parse("2022-11-30T00:00:00Z"));
        assertThat(config.timeline().ofModel("GPT-4"))
                .hasValueSatisfying(one -> assertThat(one.index()).isEqualTo(1));
        assertThat(config.profiles())
                .singleElement()
                .satisfies(profile -> assertThat(profile.name()).isEqualTo("ours"));
        assertThat(config.priors().synthetic()).isEqualTo(0.2);
        assertThat(config.priors().undated().eta()).isEqualTo(0.5);
        assertThat(config.priors().decisive())
                .isEqualTo(ScapaConfig.standard().priors().decisive());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            generation: []                                              | unknown field generation
            priors: {sythetic: 0.2}                                     | priors: unknown field sythetic
            priors: {synthetic: 2}                                      | synthetic must lie in (0, 1), got 2
            priors: {synthetic: often}                                  | priors.synthetic: a number is expected
            generations: [{index: 0, until: soon}]                      | generations[0].until: a date
            generations: [{index: 0, until: 2022-11-30}]                | at least one more
            current: 3                                                  | current needs generations
            watermarkProfiles: [{name: x, scheme: nobody, key: 1, tokenizer: r50k_base, vocabularySize: 50257}] | nobody
            """)
    void namesTheFieldThatIsWrong(String yaml, String expected) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scapa.yaml")
                .hasMessageContaining(expected);
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThatThrownBy(() -> read("current: 1\ngenerations: [\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scapa.yaml:2");
    }

    private ScapaConfig read(String yaml) throws Exception {
        return ConfigReader.read(Files.writeString(folder.resolve("scapa.yaml"), yaml));
    }
}
