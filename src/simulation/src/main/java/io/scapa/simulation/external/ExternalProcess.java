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

/** One process that answers one JSON line per JSON line. Every call has a time limit; closing ends the process. */
final class ExternalProcess implements AutoCloseable {
    private static final int LONGEST_EXCERPT = 160;

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
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
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
        try {
            input.write(mapper.writeValueAsString(request));
            input.write('\n');
            input.flush();
        } catch (IOException e) {
            throw new ExternalModelException(
                    "the external model died before '" + what + "'" + exit() + lastComplaint());
        }
        return parse(await(what), what);
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
        String excerpt = line.length() > LONGEST_EXCERPT ? line.substring(0, LONGEST_EXCERPT) + "..." : line;
        throw new ExternalModelException("expected a JSON object as the answer to '" + what + "', got: " + excerpt);
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
