package io.scapa.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.ScapaRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real launcher script in a checkout whose Maven and JDKs are scripts that tell what they were asked: what the launcher
 * decides is seen without a build of minutes.
 */
final class FakeCheckout {
    /** A run of the launcher: exit code and both streams. */
    record Run(int code, String out, String err) {}

    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "find",
            "sed",
            "head",
            "tail",
            "grep",
            "awk",
            "cat",
            "cp",
            "mv",
            "rm",
            "mkdir",
            "touch",
            "date",
            "readlink",
            "flock",
            "sleep",
            "dirname",
            "env");

    private final Path home;
    private final Path tools;
    private String maven = "3.9.9";

    FakeCheckout(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("a check out"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            for (Path real : List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))) {
                if (Files.exists(real)) {
                    Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
                    executable(tools.resolve(tool));
                }
            }
        }
        Files.copy(ScapaRoot.folder().resolve("scapa"), home.resolve("scapa"));
        executable(home.resolve("scapa"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        source("One.java");
        Files.writeString(home.resolve("src/cli/pom.xml"), "<project/>");
        writeMaven("");
    }

    Path launcher() {
        return home.resolve("scapa");
    }

    /** Adds or changes a source file of the command line. */
    Path source(String name) throws IOException {
        Path file = home.resolve("src/cli/src/main/java").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "class One {}");
    }

    FakeCheckout withMaven(String version) throws IOException {
        maven = version;
        writeMaven("");
        return this;
    }

    FakeCheckout withoutMaven() throws IOException {
        Files.delete(tools.resolve("mvn"));
        return this;
    }

    FakeCheckout whoseBuildFails() throws IOException {
        writeMaven("echo '[ERROR] One.java:[1,1] class expected'; exit 1");
        return this;
    }

    /** How often Maven was asked to build. */
    long builds() throws IOException {
        Path calls = home.resolve("builds");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    /** A JDK whose java prints its own version and what it was given. */
    Path jdk(String version) throws IOException {
        Path jdk = Files.createDirectories(home.resolveSibling("jvm").resolve("jdk-" + version));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), "echo \"java " + version + " $*\"");
        script(jdk.resolve("bin/javac"), "exit 1");
        return jdk;
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(launcher(), Map.of(), arguments);
    }

    Run run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return finish(start(launcher, environment, arguments));
    }

    Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tools.resolve("bash").toString(), launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(tools.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        tools.toString(),
                        "HOME",
                        home.toString(),
                        "SCAPA_JVM_PATH",
                        home.resolveSibling("jvm").toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Run finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private void writeMaven(String fault) throws IOException {
        script(tools.resolve("mvn"), """
                if [ "$1" = --version ]; then echo "Apache Maven %s (0123abc)"; exit 0; fi
                %s
                echo built >> '%s'
                sleep 0.2
                mkdir -p src/cli/target/lib && touch src/cli/target/scapa-cli-0.jar
                """.formatted(maven, fault, home.resolve("builds")));
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
