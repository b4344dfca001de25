package io.scapa.simulation.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.simulation.external.ExternalLanguageChain.Generation;
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
        List<Generation> found = chain(WORKING, 20_000).run(REAL, List.of("a"), 0.5, 3, 1, g -> {});
        assertThat(found).hasSize(4);
        assertThat(found.get(0).vocabulary()).isEqualTo(1);
        assertThat(found.get(3).vocabulary()).isEqualTo(7 / 12.0);
        assertThat(found.get(3).perplexity()).isEqualTo(12.5);
    }

    @Test
    void aModelThatDiesIsNamedAndWhatCameBeforeIsKept() throws IOException {
        List<Generation> heard = new ArrayList<>();
        String script = WORKING.replace("*sample*)", "*sample*) echo 'out of memory' >&2; exit 3 ;; *never*)");
        assertThatThrownBy(() -> chain(script, 20_000).run(REAL, List.of("a"), 0, 3, 1, heard::add))
                .isInstanceOf(ExternalModelException.class)
                .hasMessageContaining("died during 'sample'");
        assertThat(heard).hasSize(1);
    }

    @Test
    void aModelThatHangsIsGivenUp() throws IOException {
        String script = WORKING.replace("echo '{\"perplexity\":12.5}'", "exec sleep 600");
        assertThatThrownBy(() -> chain(script, 700).run(REAL, List.of("a"), 0, 3, 1, g -> {}))
                .hasMessageContaining("hung: no answer to 'score' in 700 ms");
    }

    @Test
    void nonsenseIsQuoted() throws IOException {
        assertThatThrownBy(() ->
                        chain("while read -r line; do echo hello; done", 20_000).run(REAL, REAL, 0, 1, 1, g -> {}))
                .hasMessageContaining("expected a JSON object as the answer to 'train', got: hello");
        assertThatThrownBy(() -> chain(WORKING.replace("12.5", "-1"), 20_000).run(REAL, REAL, 0, 1, 1, g -> {}))
                .hasMessageContaining("a perplexity of at least 1");
        assertThatThrownBy(() -> new ExternalLanguageChain(List.of("/no/such/model"), Duration.ofSeconds(1))
                        .run(REAL, REAL, 0, 1, 1, g -> {}))
                .hasMessageContaining("does not start");
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
                .run(REAL, List.of("a b c d"), 0.5, 1, 1, g -> {});
        assertThat(found).hasSize(2).allSatisfy(g -> assertThat(g.perplexity()).isGreaterThan(1));
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
