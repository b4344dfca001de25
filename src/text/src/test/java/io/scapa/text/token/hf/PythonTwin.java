package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The Python library as the test's twin, where it is installed; {@code SCAPA_PYTHON} names another interpreter. */
final class PythonTwin implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    private PythonTwin(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it, or skips the running test loudly. */
    static PythonTwin start() {
        String python = System.getenv().getOrDefault("SCAPA_PYTHON", "python3");
        try {
            Process probe = new ProcessBuilder(python, "-c", "import tokenizers")
                    .redirectErrorStream(true)
                    .start();
            probe.getInputStream().readAllBytes();
            if (probe.waitFor() == 0) {
                Path script = Path.of(
                        System.getProperty("scapa.root", "../.."), "src/text/src/test/python/tokenizers_twin.py");
                return new PythonTwin(new ProcessBuilder(python, script.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
            }
        } catch (IOException e) {
            System.out.println("no " + python + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println("SKIPPED, NOT PASSED: needs the Python library tokenizers, which is absent");
        Assumptions.abort("needs the Python library tokenizers");
        throw new IllegalStateException("aborted");
    }

    JsonNode ask(JsonNode request) {
        try {
            requests.write(JSON.writeValueAsString(request));
            requests.write('\n');
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the Python twin ended without an answer");
            }
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
