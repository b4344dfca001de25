package io.scapa.service.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that {@code postmaster.pid} of a data folder names, where it lives and is that folder's. The number
 * alone proves nothing: after a restart of a container or machine it may belong to any other program.
 */
record Postmaster(ProcessHandle process) {
    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The living server of a data folder. */
    static Optional<Postmaster> of(Path data) throws IOException {
        if (!Files.exists(pidFile(data))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile(data), StandardCharsets.UTF_8);
        if (lines.size() < 2) {
            return Optional.empty();
        }
        long pid;
        try {
            pid = Long.parseLong(lines.getFirst().strip());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(p -> serves(p, data))
                .map(Postmaster::new);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        try {
            Path real = data.toRealPath();
            Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            if (Files.exists(commandLine)) {
                List<String> words = List.of(Files.readString(commandLine).split("\0"));
                return words.getFirst().endsWith("postgres")
                        && words.stream().skip(1).anyMatch(word -> isFolder(word, real));
            }
            return process.info().command().orElse("").endsWith("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFolder(String word, Path real) throws java.io.UncheckedIOException {
        try {
            return word.startsWith("/")
                    && Files.isDirectory(Path.of(word))
                    && Path.of(word).toRealPath().equals(real);
        } catch (IOException e) {
            return false;
        }
    }
}
