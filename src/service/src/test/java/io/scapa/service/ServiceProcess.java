package io.scapa.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, as users start it. */
final class ServiceProcess implements AutoCloseable {
    private static final String LISTENS = "Scapa listens on ";

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final URI address;

    private ServiceProcess(Process process) throws IOException {
        this.process = process;
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String found = "http://none";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith(LISTENS)) {
                found = line.substring(LISTENS.length());
                break;
            }
        }
        address = URI.create(found + "/");
        Thread.ofPlatform().daemon(true).start(() -> readOn(out));
    }

    /** Starts it on a home; returns when it listens, or has ended without. */
    static ServiceProcess start(Path home, Map<String, String> environment, String... properties) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-Dquarkus.http.port=0");
        for (String property : properties) {
            command.add("-D" + property);
        }
        command.addAll(List.of("-jar", System.getProperty("scapa.app")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("SCAPA_"));
        builder.environment().put("SCAPA_HOME", home.toString());
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start());
    }

    /** So that it never waits for somebody to read what it says. */
    private static void readOn(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // Nobody needs it.
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    Calls calls() {
        return new Calls(address);
    }

    URI address() {
        return address;
    }

    /** What it said until it listened or ended. */
    String said() {
        return String.join("\n", said);
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its own end. */
    int exitStatus() throws InterruptedException {
        process.waitFor(60, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
