package io.scapa.cli.curate;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.shard.Digests;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command itself, in a process of its own, ended by signal 9: the next call of the same command gives the bytes of one that nobody
 * disturbed, from documents that it assesses itself. The killer watches the files that show how far it is; the long test
 * goes through {@code ./scapa} and adds moments all over the run.
 */
class KilledCommandTest {
    private static final String RECIPE = """
            name: killed
            asOf: 2026-11-21
            tokens: %d
            targets: {gamma: 0.5, eta: 0.5}
            tolerance: 0.3
            nearDedup: true
            filters: {minTokens: 20, pii: mask}
            seed: 7
            shards: {documents: 8}
            """;

    @TempDir
    private Path folder;

    private final List<String> command = new ArrayList<>();
    private int documents;

    /** How far a command is, by its files. */
    private enum Phase {
        ASSESSING,
        READING,
        COLLECTING,
        WRITING
    }

    private void write(int count, List<String> program) throws IOException {
        documents = count;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            StringBuilder text = new StringBuilder();
            for (int s = 0; s < 6; s++) {
                text.append("On day %d of voyage %d the %s keel crossed line %d under a %s wind. "
                        .formatted(s, i, i % 3 == 0 ? "iron" : "oak", 31 * i + s, s % 2 == 0 ? "hard" : "fair"));
            }
            lines.add(Json.mapper()
                    .createObjectNode()
                    .put("id", "d" + i)
                    .put("text", text + "Write to sailor%d@example.org.".formatted(i))
                    .put("publishedAt", i % 2 == 0 ? "1999-05-01" : "2025-05-01")
                    .put("declaredOrigin", "HUMAN")
                    .toString());
        }
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE.formatted(documents * 60L));
        command.addAll(program);
        command.addAll(List.of(
                "curate",
                recipe.toString(),
                "--documents",
                Files.write(folder.resolve("documents.jsonl"), lines).toString(),
                "-o"));
    }

    private static List<String> thisBuild() {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.scapa.cli.Main");
    }

    @Test
    void aKilledCommandLeavesNoDatasetAndTheNextOneIsWhole() throws Exception {
        write(400, thisBuild());
        Map<String, String> undisturbed = finished("undisturbed");
        for (Phase phase : List.of(Phase.ASSESSING, Phase.WRITING)) {
            String name = phase.name().toLowerCase(java.util.Locale.ROOT);
            killedIn(phase, name);
            assertThat(finished(name)).as("killed while %s", name).isEqualTo(undisturbed);
        }
        assertThat(leftovers()).isEmpty();
    }

    /** Each phase by its files, and twelve moments of the run by the clock; some come twice to one folder. */
    @Tag("long")
    @Test
    void theLauncherKilledInEachPhaseAndAtManyMoments() throws Exception {
        Path launcher = launcher();
        Process built = new ProcessBuilder(launcher.toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Assumptions.assumeTrue(built.waitFor() == 0, "SKIPPED, NOT PASSED: ./scapa cannot build here");
        write(3000, List.of(launcher.toString()));
        long start = System.nanoTime();
        Map<String, String> undisturbed = finished("undisturbed");
        long whole = System.nanoTime() - start;
        for (Phase phase : Phase.values()) {
            killedIn(phase, "phase-" + phase);
            assertThat(finished("phase-" + phase)).as("killed while %s", phase).isEqualTo(undisturbed);
        }
        int killed = 0;
        for (int moment = 1; moment <= 12; moment++) {
            String name = "moment-" + (moment + 1) / 2;
            Process process = start(name);
            boolean ended = process.waitFor(whole * moment / 13, TimeUnit.NANOSECONDS);
            kill(process);
            killed += ended ? 0 : 1;
            if (moment % 2 == 0) {
                Map<String, String> bytes = Files.exists(folder.resolve(name)) ? bytes(name) : finished(name);
                assertThat(bytes).as("killed at moment %d", moment).isEqualTo(undisturbed);
            }
        }
        System.out.printf(
                "killed in %d phases and at %d moments of %.1f s%n", Phase.values().length, killed, whole / 1e9);
        assertThat(killed).isGreaterThan(6);
        assertThat(leftovers()).isEmpty();
    }

    private static Path launcher() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isExecutable(here.resolve("scapa"))) {
            here = here.getParent();
        }
        Assumptions.assumeTrue(here != null, "SKIPPED, NOT PASSED: ./scapa is not above this folder");
        return here.resolve("scapa");
    }

    private Process start(String name) throws IOException {
        List<String> call = new ArrayList<>(command);
        call.add(folder.resolve(name).toString());
        return new ProcessBuilder(call)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    private void killedIn(Phase phase, String name) throws Exception {
        Process process = start(name);
        BooleanSupplier there = () -> switch (phase) {
            case ASSESSING -> size(folder.resolve("." + name + ".assessments.jsonl")) > 1000;
            case READING -> lines(folder.resolve("." + name + ".assessments.jsonl")) == documents + 1;
            case COLLECTING -> Files.exists(folder.resolve("." + name + ".partial/.spill/spill-0"));
            case WRITING -> Files.exists(folder.resolve("." + name + ".partial/train/part-00001.jsonl.gz"));
        };
        while (!there.getAsBoolean()) {
            assertThat(process.isAlive())
                    .as("it ended before it was %s: %s", phase, Files.readString(folder.resolve("stderr")))
                    .isTrue();
            if (phase == Phase.ASSESSING) {
                Thread.sleep(1);
            }
        }
        kill(process);
        assertThat(process.exitValue()).as("128 + signal 9").isEqualTo(137);
        assertThat(folder.resolve(name)).doesNotExist();
    }

    private static void kill(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }

    private static long lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private Map<String, String> finished(String name) throws Exception {
        Process process = start(name);
        assertThat(process.waitFor())
                .as("exit code; %s", Files.readString(folder.resolve("stderr")))
                .isZero();
        return bytes(name);
    }

    /** Every file but those that hold facts of the run. */
    private Map<String, String> bytes(String name) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        Path dataset = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(dataset)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("run.json") && !f.endsWith("lineage.json"))
                    .toList()) {
                bytes.put(dataset.relativize(file).toString(), Digests.ofFile(file));
            }
        }
        assertThat(bytes).hasSizeGreaterThan(10);
        return bytes;
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }
}
