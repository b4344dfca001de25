package io.scapa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CliTest {
    @Test
    void listsItsCommands() {
        CliRun run = CliRun.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        Commands.all()
                .forEach(command ->
                        assertThat(run.out()).contains(command.name()).contains(command.summary()));
    }

    @Test
    void aCallWithoutACommandIsWrong() {
        CliRun run = CliRun.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("usage: scapa COMMAND");
    }

    @Test
    void anUnknownCommandIsNamed() {
        CliRun run = CliRun.of("assay");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no command assay");
    }

    @Test
    void halfACommandIsToldItsOtherHalves() {
        CliRun run = CliRun.of("datasets");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("datasets list", "datasets fetch").doesNotContain("serve");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandShowsItsOptions(String name) {
        CliRun run = CliRun.of((name + " --help").split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: scapa " + name);
    }

    @Test
    void anUnknownOptionIsNamed() {
        CliRun run = CliRun.of("datasets", "list", "--no-such-option");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--no-such-option", "scapa datasets list --help");
    }

    static Stream<String> names() {
        return Commands.all().stream()
                .map(CliCommand::name)
                .filter(name -> !name.equals("test") && !name.equals("serve"));
    }
}
