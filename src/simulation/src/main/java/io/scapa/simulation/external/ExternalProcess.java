package io.scapa.simulation.external;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One process that answers one JSON line per JSON line. Every call has a time limit; closing ends the process. */
final class ExternalProcess implements AutoCloseable {
    private static final int LONGEST_EXCERPT = 160;
    /** An answer longer than this is taken for nonsense, so that a model that never ends a line cannot fill the memory. */
    private static final int LONGEST_LINE = 200_000_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Process process;
    private final BufferedWriter input;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(16);
    private final StringBuilder complaints = new StringBuilder();
    private final Duration limit;

    ExternalProcess(List<String> command, Duration limit) {
        this.limit = limit;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new ExternalModelException("the external model " + command + " does not start: " + e.getMessage());
        }
        input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        listen(
                "answers",
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
                true);
        listen(
                "complaints",
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)),
                false);
    }

    private void listen(String name, BufferedReader reader, boolean answer) {
        Thread thread = new Thread(
                () -> {
                    try (reader) {
                        for (String line = line(reader); line != null; line = line(reader)) {
                            if (answer) {
                                answers.put(line);
                            } else {
                                complain(line);
                            }
                        }
                    } catch (IOException e) {
                        complain(String.valueOf(e.getMessage()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "external-model-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static @Nullable String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private synchronized void complain(String line) {
        complaints.append(line).append('\n');
        if (complaints.length() > 2000) {
            complaints.delete(0, complaints.length() - 2000);
        }
    }

    private synchronized String lastComplaint() {
        String text = complaints.toString().strip();
        return text.isEmpty() ? "" : "; its stderr ends: " + text.substring(text.lastIndexOf('\n') + 1);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws ExternalModelException where the process died, took longer than the limit, or answered no JSON object
     */
    JsonNode ask(Object request, String what) {
        String uncalled = answers.poll();
        if (uncalled != null) {
            throw new ExternalModelException(
                    "the external model wrote a line before it was asked for '" + what + "': " + excerpt(uncalled));
        }
        send(text(request), what);
        return parse(await(what), what);
    }

    private String text(Object request) {
        try {
            return mapper.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Written by a thread of its own: a model that does not read would block the writer for ever. */
    private void send(String line, String what) {
        AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        Thread writer = new Thread(
                () -> {
                    try {
                        input.write(line);
                        input.write('\n');
                        input.flush();
                    } catch (IOException e) {
                        failure.set(e);
                    }
                },
                "external-model-request");
        writer.setDaemon(true);
        writer.start();
        try {
            if (!writer.join(limit)) {
                throw new ExternalModelException("the external model hung: it did not read '" + what + "' in "
                        + limit.toMillis() + " ms" + lastComplaint());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExternalModelException("interrupted before '" + what + "'");
        }
        if (failure.get() != null) {
            throw new ExternalModelException(
                    "the external model died before '" + what + "'" + exit() + lastComplaint());
        }
    }

    private String await(String what) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (System.nanoTime() < end) {
                String line = answers.poll(50, TimeUnit.MILLISECONDS);
                if (line != null) {
                    return line;
                }
                if (!process.isAlive() && answers.isEmpty()) {
                    throw new ExternalModelException(
                            "the external model died during '" + what + "'" + exit() + lastComplaint());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExternalModelException("interrupted during '" + what + "'");
        }
        throw new ExternalModelException("the external model hung: no answer to '" + what + "' in " + limit.toMillis()
                + " ms" + lastComplaint());
    }

    private String exit() {
        return process.isAlive() ? "" : " with exit code " + process.exitValue();
    }

    private JsonNode parse(String line, String what) {
        try {
            JsonNode answer = mapper.readTree(line);
            if (answer != null && answer.isObject()) {
                if (answer.hasNonNull("error")) {
                    throw new ExternalModelException("the external model refused '" + what + "': "
                            + answer.get("error").asText());
                }
                return answer;
            }
        } catch (JsonProcessingException e) {
            complain("not JSON: " + e.getOriginalMessage());
        }
        throw new ExternalModelException(
                "expected a JSON object as the answer to '" + what + "', got: " + excerpt(line));
    }

    private static String excerpt(String line) {
        return line.length() > LONGEST_EXCERPT ? line.substring(0, LONGEST_EXCERPT) + "..." : line;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
