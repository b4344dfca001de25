package io.scapa.simulation.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.simulation.external.ExternalLanguageChain.Generation;
import io.scapa.simulation.external.ExternalLanguageChain.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** External models as shell scripts: one that works, and every way in which one can fail. */
class ExternalLanguageChainTest {
    private static final List<String> REAL = List.of("a b c", "d e f", "g h i", "j k l");

    @TempDir
    private Path folder;

    private static Texts texts(double gamma, double eta) {
        return new Texts(REAL, List.of("m n o", "p q r", "s t u", "v w y"), List.of("a"), gamma, eta);
    }

    private ExternalLanguageChain chain(String script, long millis) throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/bin/sh")), "needs a shell");
        Path file = folder.resolve("model.sh");
        Files.writeString(file, script);
        return new ExternalLanguageChain(List.of("/bin/sh", file.toString()), Duration.ofMillis(millis));
    }

    /** Answers every sample with as many copies of one word as were asked for. */
    private static final String WORKING = """
            while read -r line; do
              case "$line" in
                *train*) echo '{"ok":true}' ;;
                *sample*) n=$(echo "$line" | sed 's/.*"count":\\([0-9]*\\).*/\\1/'); t='"x"'; i=1
                  while [ $i -lt $n ]; do t="$t,\\"x\\""; i=$((i+1)); done; echo "{\\"texts\\":[$t]}" ;;
                *score*) echo '{"perplexity":12.5}' ;;
              esac
            done
            """;

    @Test
    void drivesAModelThroughItsGenerations() throws IOException {
        List<Generation> found = chain(WORKING, 20_000).run(texts(0.5, 0), 3, 1, g -> {});
        assertThat(found).hasSize(4);
        assertThat(found.get(0).vocabulary()).isEqualTo(1);
        assertThat(found.get(3).vocabulary()).isEqualTo(7 / 12.0);
        assertThat(found.get(3).perplexity()).isEqualTo(12.5);
    }

    @Test
    void aModelThatDiesIsNamedAndWhatCameBeforeIsKept() throws IOException {
        List<Generation> heard = new ArrayList<>();
        String script = WORKING.replace("*sample*)", "*sample*) echo 'out of memory' >&2; exit 3 ;; *never*)");
        assertThatThrownBy(() -> chain(script, 20_000).run(texts(0, 0), 3, 1, heard::add))
                .isInstanceOf(ExternalModelException.class)
                .hasMessageContaining("died during 'sample'");
        assertThat(heard).hasSize(1);
    }

    @Test
    void aModelThatHangsIsGivenUp() throws IOException {
        String script = WORKING.replace("echo '{\"perplexity\":12.5}'", "exec sleep 600");
        assertThatThrownBy(() -> chain(script, 700).run(texts(0, 0), 3, 1, g -> {}))
                .hasMessageContaining("hung: no answer to 'score' in 700 ms");
    }

    @Test
    void nonsenseIsQuoted() throws IOException {
        assertThatThrownBy(() ->
                        chain("while read -r line; do echo hello; done", 20_000).run(texts(0, 0), 1, 1, g -> {}))
                .hasMessageContaining("expected a JSON object as the answer to 'train', got: hello");
        assertThatThrownBy(() -> chain(WORKING.replace("12.5", "-1"), 20_000).run(texts(0, 0), 1, 1, g -> {}))
                .hasMessageContaining("a perplexity of at least 1");
        assertThatThrownBy(() -> new ExternalLanguageChain(List.of("/no/such/model"), Duration.ofSeconds(1))
                        .run(texts(0, 0), 1, 1, g -> {}))
                .hasMessageContaining("does not start");
    }

    @Test
    void freshTextsAreNeverUsedTwiceAndMustLast() throws IOException {
        List<Generation> found = chain(WORKING, 20_000).run(texts(0, 0.25), 4, 1, g -> {});
        // One fresh text of three words and copies of one word, each generation.
        assertThat(found.subList(1, 5))
                .allSatisfy(g -> assertThat(g.vocabulary()).isEqualTo(4 / 12.0));
        assertThatThrownBy(() -> chain(WORKING, 20_000).run(texts(0, 0.5), 4, 1, g -> {}))
                .hasMessageContaining("mixture.eta")
                .hasMessageContaining("needs 8 fresh texts over 4 generations, there are 4");
        assertThatThrownBy(() -> texts(0.7, 0.5)).hasMessageContaining("sum to at most 1");
    }

    @Test
    void theSameSeedGivesTheSameChain() throws IOException {
        assertThat(chain(WORKING, 20_000).run(texts(0.5, 0.25), 4, 3, g -> {}))
                .isEqualTo(chain(WORKING, 20_000).run(texts(0.5, 0.25), 4, 3, g -> {}));
    }

    @Test
    void aModelThatDoesNotReadIsGivenUp() throws IOException {
        List<String> endless = java.util.Collections.nCopies(40, "word ".repeat(20_000));
        Texts heavy = new Texts(endless, List.of(), List.of("a"), 0, 0);
        assertThatThrownBy(() -> chain("exec sleep 600", 700).run(heavy, 1, 1, g -> {}))
                .hasMessageContaining("hung: it did not read 'train' in 700 ms");
    }

    @Test
    void wrongCountsNumbersThatAreNoneAndUncalledLinesAreNamed() throws IOException {
        assertThatThrownBy(() -> chain(WORKING.replace("while [ $i -lt $n ]", "while false"), 20_000)
                        .run(texts(0, 0), 1, 1, g -> {}))
                .hasMessageContaining("expected 4 texts as the answer to 'sample', got 1");
        assertThatThrownBy(() -> chain(WORKING.replace("12.5", "NaN"), 20_000).run(texts(0, 0), 1, 1, g -> {}))
                .hasMessageContaining("as the answer to 'score', got: {\"perplexity\":NaN}");
        assertThatThrownBy(() -> chain(WORKING.replace("12.5", "1e999"), 20_000).run(texts(0, 0), 1, 1, g -> {}))
                .hasMessageContaining("a perplexity of at least 1");
        String chatty = WORKING.replace("echo '{\"ok\":true}'", "echo '{\"ok\":true}'; echo '{\"ok\":true}'; sleep 1");
        assertThatThrownBy(() -> chain(chatty, 20_000).run(texts(0, 0), 1, 1, g -> {}))
                .isInstanceOf(ExternalModelException.class)
                .hasMessageMatching(".*(before it was asked for|perplexity of at least 1).*");
    }

    /** Where Python has transformers: the example's tiny, randomly initialised GPT-2. */
    @Test
    void drivesATinyGpt2WherePythonHasTransformers() throws Exception {
        String python = System.getenv().getOrDefault("SCAPA_PYTHON", "python3");
        if (!hasTransformers(python)) {
            System.out.println("SKIPPED, NOT PASSED: needs " + python
                    + " with the packages transformers and torch; SCAPA_PYTHON names another interpreter");
            Assumptions.abort("needs Python with transformers and torch");
        }
        Path script = Path.of(System.getProperty("scapa.root", "../.."), "docs/examples/external-model/gpt2_tiny.py");
        List<Generation> found = new ExternalLanguageChain(List.of(python, script.toString()), Duration.ofMinutes(8))
                .run(new Texts(REAL, List.of(), List.of("a b c d"), 0.5, 0), 2, 1, g -> {});
        assertThat(found).hasSize(3).allSatisfy(g -> assertThat(g.perplexity()).isGreaterThan(1));
    }

    private static boolean hasTransformers(String python) throws InterruptedException {
        try {
            Process probe = new ProcessBuilder(python, "-c", "import transformers, torch")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = probe.waitFor(6, TimeUnit.MINUTES);
            if (!ended) {
                probe.destroyForcibly();
            }
            return ended && probe.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
