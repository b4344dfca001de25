package io.scapa.service.documents;

import io.scapa.service.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** Answers requests of many lines: one thread reads and works, the request's own thread writes the results. */
@ApplicationScoped
public class Streams {
    /** One JSON value a line. */
    public static final String NDJSON = "application/x-ndjson";

    private final StrictJson json;

    @Inject
    public Streams(StrictJson json) {
        this.json = json;
    }

    StreamingOutput answer(InputStream body, Function<List<Submission>, List<Ingested>> work) {
        return out -> stream(body, out, work);
    }

    private void stream(InputStream body, OutputStream out, Function<List<Submission>, List<Ingested>> work)
            throws IOException {
        try (ResultSpool results = new ResultSpool()) {
            NdjsonStream stream = new NdjsonStream(json, work, results);
            Thread worker =
                    Thread.ofPlatform().name("scapa-ndjson").daemon(true).start(() -> stream.run(body));
            try {
                results.drainTo(out);
            } finally {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while answering", e);
        }
    }
}
