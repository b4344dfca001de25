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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator says to input that it cannot run, and that what was computed before is kept. */
class BadInputTest {
    /** Answers train and score, and every sample with as many texts as were asked for. */
    private static final String WORKING = """
            while read -r line; do
              case "$line" in
                *'"op":"train"'*) echo '{"ok":true}' ;;
                *'"op":"sample"'*) n=${line##*'"count":'}; n=${n%%[!0-9]*}; t='"x y"'; i=1
                  while [ $i -lt $n ]; do t="$t,\\"x y\\""; i=$((i+1)); done; echo "{\\"texts\\":[$t]}" ;;
                *) echo '{"perplexity":12.5}' ;;
              esac
            done
            """;

    @TempDir
    Path folder;

    private CliRun scenario(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), yaml);
        return CliRun.of("simulate", file.toString());
    }

    private Path documents() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder lines = new StringBuilder();
        for (int d = 0; d < 60; d++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 80; i++) {
                text.append('w').append((int) Math.exp(6 * random.nextDouble())).append(i % 11 == 10 ? ". " : " ");
            }
            lines.append("{\"text\":\"").append(text.toString().strip()).append("\"}\n");
        }
        return Files.writeString(folder.resolve("documents.jsonl"), lines);
    }

    private CliRun external(String script, String... more) throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/bin/sh")), "needs a shell");
        Path model = Files.writeString(folder.resolve("model.sh"), script);
        String[] call = {
            "simulate-corpus", documents().toString(), "--external", "/bin/sh " + model, "--generations", "2"
        };
        String[] all = java.util.Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        return CliRun.of(all);
    }

    private static void refused(CliRun run, String... words) {
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(words);
    }

    private void failed(CliRun run, String... words) {
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains(words);
    }

    @Test
    void sharesThatDoNotSumToOne() throws IOException {
        refused(
                scenario("family: {type: gaussian}\nregime: mixture\nmixture: {alpha: 0.6, gamma: 0.2}\n"),
                "scenario.yaml",
                "mixture",
                "0.8");
    }

    @ParameterizedTest
    @CsvSource({
        "gaussian, 1, at least 2 rows",
        "gaussian-nd, 8, at least 9 rows",
        "gaussian-mixture, 9, at least 10 rows",
        "kernel-density, 4, at least 5 rows",
        "linear-regression, 6, at least 7",
        "polynomial-regression, 4, at least 5 points",
        "categorical, 0, from 1 to"
    })
    void tooFewRowsForTheFamily(String family, int rows, String words) throws IOException {
        refused(scenario("family: {type: " + family + "}\nsamples: " + rows + "\n"), "samples", words, "got " + rows);
    }

    @ParameterizedTest
    @CsvSource({
        "editing: 0.9, gaussian, handling.editing, gaussian has no reading of it",
        "drift: 0.1, categorical, handling.drift, categorical has no reading of it",
        "contamination: 0.5, gaussian, handling.contamination, makes no sense for gaussian under replace",
        "realWeight: 0.5, linear-regression, handling.realWeight, makes no sense for linear-regression under replace"
    })
    void handlingsThatAFamilyOrRegimeHasNoReadingOf(String handling, String family, String field, String words)
            throws IOException {
        refused(
                scenario("family: {type: " + family + "}\nsamples: 50\ntreatment: {handling: {" + handling + "}}\n"),
                field,
                words);
    }

    @Test
    void aCorpusSmallerThanTheBudget() throws IOException {
        refused(
                CliRun.of("simulate-corpus", documents().toString(), "--tokens", "900000"),
                "samples",
                "the scenario asks for 900000");
    }

    @Test
    void freshTextThatDoesNotLast() throws IOException {
        refused(
                CliRun.of("simulate-corpus", documents().toString(), "--tokens", "3500", "--generations", "10"),
                "mixture.eta",
                "fresh");
        refused(external(WORKING, "--eta", "0.7", "--gamma", "0.7"), "mixture", "sum to at most 1");
    }

    @Test
    void anExternalModelThatWorksIsWrittenDown() throws IOException {
        CliRun run = external(
                WORKING,
                "--gamma",
                "0.2",
                "--eta",
                "0.1",
                "-o",
                folder.resolve("out").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/generations.csv")))
                .hasSize(4)
                .startsWith("generation,perplexity,vocabulary", "0,12.5,1.0");
    }

    @Test
    void anExternalModelThatDiesLeavesWhatWasComputed() throws IOException {
        String dies = WORKING.replace("n=${line##", "echo 'out of memory' >&2; exit 3; n=${line##");
        failed(
                external(dies, "-o", folder.resolve("out").toString()),
                "died during 'sample' with exit code 3",
                "out of memory",
                "the generations above are kept");
        assertThat(Files.readAllLines(folder.resolve("out/generations.csv"))).hasSize(2);
    }

    @Test
    void anExternalModelThatHangs() throws IOException {
        String hangs = WORKING.replace("echo '{\"perplexity\":12.5}'", "exec sleep 600");
        failed(external(hangs, "--limit", "1"), "hung: no answer to 'score' in 1000 ms");
    }

    @Test
    void anExternalModelThatAnswersNonsense() throws IOException {
        failed(external("while read -r l; do echo hello; done"), "expected a JSON object", "got: hello");
        failed(
                external(WORKING.replace("12.5", "NaN")),
                "expected a JSON object as the answer to 'score'",
                "{\"perplexity\":NaN}");
        failed(external(WORKING.replace("12.5", "0")), "a perplexity of at least 1", "got 0");
        CliRun miscounts = external(WORKING.replace("while [ $i -lt $n ]", "while false"));
        failed(miscounts, "texts as the answer to 'sample', got 1");
        assertThat(miscounts.out()).contains("12.50");
    }

    @Test
    void anExternalModelThatIsNotThere() throws IOException {
        failed(
                CliRun.of("simulate-corpus", documents().toString(), "--external", "/no/such/model"),
                "/no/such/model",
                "does not start");
    }
}
