package io.scapa.service.postgres;

import io.scapa.service.StartupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of PostgreSQL's programs to its end. PostgreSQL refuses to run as root; root therefore runs it in a user
 * namespace of its own, where it is nobody in particular.
 */
final class PostgresProgram {
    private static final long PATIENCE_SECONDS = 180;
    private final Path programs;
    private final Path log;

    PostgresProgram(Path programs, Path log) {
        this.programs = programs;
        this.log = log;
    }

    /**
     * @param name such as {@code initdb}
     * @throws StartupException with the program's last words where it fails
     */
    void run(String name, List<String> arguments) {
        int status = tryRun(name, arguments);
        if (status != 0) {
            throw new StartupException("PostgreSQL's " + name + " ended with status " + status + ": " + lastWords());
        }
    }

    /** Its exit status. */
    int tryRun(String name, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StartupException("PostgreSQL's " + name + " did not end within " + PATIENCE_SECONDS + " s");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new StartupException(
                    "cannot run " + String.join(" ", command.subList(0, 2)) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("interrupted while " + name + " ran", e);
        }
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 8), lines.size())) + " (all in " + log
                    + ")";
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
