package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.JobFailedException;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A service of our own on a home folder, in a process of its own, on a port of the system's choice. Closing stops that process
 * by its id, in order first and by force where it does not end.
 */
final class ServiceProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final int LOG_LINES_SHOWN = 5;

    private final Process process;
    private final Path log;
    private final URI address;

    private ServiceProcess(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /**
     * Starts a service and waits until it says that it listens.
     *
     * @param runner the service's {@code quarkus-run.jar}
     * @param home its SCAPA_HOME; made where absent
     * @throws JobFailedException with its last words where it does not start
     */
    static ServiceProcess start(Path runner, Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        Path log = home.resolve("service.log");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.host=127.0.0.1",
                "-jar",
                runner.toString()));
        builder.environment().put("SCAPA_HOME", home.toString());
        // The demo's data stay in its own home, whatever database the caller's environment names.
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.equals("SCAPA_API_KEY"));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        try {
            await(process, home.resolve("service.json"), log);
            return new ServiceProcess(process, log, URI.create("http://127.0.0.1:" + port));
        } catch (IOException | InterruptedException | RuntimeException fault) {
            process.destroyForcibly();
            throw fault;
        }
    }

    URI address() {
        return address;
    }

    long id() {
        return process.pid();
    }

    /** Where the service writes what it has to say. */
    Path log() {
        return log;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process process, Path file, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        // Waits on the process itself: it either ends, or a tenth of a second has gone by.
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            if (Files.exists(file)) {
                JsonNode told = Json.mapper().readTree(Files.readString(file));
                if (told.path("pid").asLong() == process.pid()) {
                    return;
                }
            }
            if (System.nanoTime() > deadline) {
                throw new JobFailedException(
                        "the service did not listen within " + START_LIMIT.toSeconds() + " s" + lastWords(log));
            }
        }
        throw new JobFailedException("the service ended with exit code " + process.exitValue() + lastWords(log));
    }

    private static String lastWords(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.stream()
                .skip(Math.max(0, lines.size() - LOG_LINES_SHOWN))
                .collect(Collectors.joining("\n  ", "; its log " + log + " ends\n  ", ""));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
