package io.scapa.service.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.service.json.LineSplitter;
import io.scapa.service.json.LineSplitter.Line;
import io.scapa.service.json.StrictJson;
import io.scapa.service.problem.FailureProblems;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request of many documents, line by line: a result line for each line that is not blank, in their order. Lines are
 * gathered into batches, bounded by number and bytes; a batch is also ended when the caller pauses, so that nobody waits for
 * the result of a line that was sent.
 */
final class NdjsonStream {
    private static final int BATCH_LINES = 256;
    private static final int BATCH_BYTES = 8_000_000;

    private final StrictJson json;
    private final Function<List<Submission>, List<Ingested>> work;
    private final ResultSpool results;

    /** @param work what to do with a batch; gives one result for each, in order */
    NdjsonStream(StrictJson json, Function<List<Submission>, List<Ingested>> work, ResultSpool results) {
        this.json = json;
        this.work = work;
        this.results = results;
    }

    /** A line that was read: a document, or why it is none. */
    private record Entry(
            long line,
            @Nullable Submission submission,
            @Nullable Problem problem) {}

    /** Reads to the end of the input, or until the caller is gone. */
    void run(InputStream body) {
        List<Entry> batch = new ArrayList<>();
        try {
            LineSplitter lines = new LineSplitter(body, json.limit());
            long bytes = 0;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                bytes += line.bytes() == null ? 0 : line.bytes().length;
                if (!isBlank(line)) {
                    batch.add(read(line));
                }
                if (batch.size() >= BATCH_LINES || bytes >= BATCH_BYTES || lines.wouldWait()) {
                    flush(batch);
                    bytes = 0;
                }
            }
            flush(batch);
        } catch (IOException e) {
            // The body broke off, perhaps in the middle of a line: what came whole is still stored.
            flushQuietly(batch);
            sayBrokenOff(e);
        } finally {
            results.end();
        }
    }

    private void flushQuietly(List<Entry> batch) {
        try {
            flush(batch);
        } catch (IOException e) {
            FailureProblems.of(e);
        }
    }

    /** For a caller that is still there: so that no cut stream is taken for a whole one. */
    private void sayBrokenOff(IOException cause) {
        Problem problem = Problem.badInput(null, "a body to its end", "one that broke off: " + cause.getMessage());
        try {
            results.write((new Ingested.Rejected(problem).toJson() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            FailureProblems.of(e);
        }
    }

    private static boolean isBlank(Line line) {
        if (line.bytes() == null) {
            return false;
        }
        for (byte b : line.bytes()) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private Entry read(Line line) {
        if (line.bytes() == null) {
            return new Entry(line.number(), null, Problem.tooLarge("the line", json.limit(), StrictJson.LIMIT));
        }
        try {
            return new Entry(line.number(), Submission.read(json.line(line.bytes())), null);
        } catch (ProblemException e) {
            return new Entry(line.number(), null, e.problem());
        } catch (RuntimeException e) {
            return new Entry(line.number(), null, FailureProblems.of(e));
        }
    }

    private void flush(List<Entry> batch) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<Submission> submissions = new ArrayList<>();
        batch.stream().map(Entry::submission).filter(one -> one != null).forEach(submissions::add);
        List<Ingested> done = submissions.isEmpty() ? List.of() : workOneByOneOnFailure(submissions);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int next = 0;
        for (Entry entry : batch) {
            Ingested result = entry.problem() == null ? done.get(next++) : new Ingested.Rejected(entry.problem());
            out.write(line(entry, result));
            out.write('\n');
        }
        results.write(out.toByteArray());
        batch.clear();
    }

    /** One document that breaks something must not take its batch with it. */
    private List<Ingested> workOneByOneOnFailure(List<Submission> submissions) {
        try {
            return work.apply(submissions);
        } catch (RuntimeException e) {
            List<Ingested> results = new ArrayList<>();
            submissions.forEach(one -> results.add(workAlone(one)));
            return results;
        }
    }

    private Ingested workAlone(Submission one) {
        try {
            return work.apply(List.of(one)).getFirst();
        } catch (RuntimeException e) {
            return new Ingested.Rejected(FailureProblems.of(e));
        }
    }

    private static byte[] line(Entry entry, Ingested result) {
        ObjectNode line = result.toJson().put("line", entry.line());
        if (line.get("problem") instanceof ObjectNode problem && !problem.has("line")) {
            problem.put("line", entry.line());
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
