package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.ProgressLine;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts files of documents. Lines go in batches: a client that reads answers only after it has sent all must not send more
 * than the connection holds.
 */
final class Ingest {
    private static final int BATCH_LINES = 200;
    private static final int BATCH_CHARACTERS = 500_000;

    private final ServiceClient service;
    private final ProgressLine progress;
    private final IngestTally tally = new IngestTally();

    Ingest(ServiceClient service, ProgressLine progress) {
        this.service = service;
        this.progress = progress;
    }

    /** Posts every document of a file; lines that are none are counted, with the reason of the first few. */
    IngestTally post(Path file) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        int characters = 0;
        try (DocumentReader reader = DocumentReader.open(file, ReadLimits.STANDARD)) {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case DocumentLine.Bad bad -> tally.unreadable(file, bad.number(), bad.reason());
                    case DocumentLine.Good good -> {
                        String line = good.raw().toString();
                        lines.add(line);
                        sources.add(
                                good.document().source() == null
                                        ? "(no source)"
                                        : good.document().source());
                        characters += line.length();
                    }
                }
                if (lines.size() == BATCH_LINES || characters > BATCH_CHARACTERS) {
                    flush(lines, sources);
                    characters = 0;
                }
            }
        }
        flush(lines, sources);
        return tally;
    }

    private void flush(List<String> lines, List<String> sources) throws IOException, InterruptedException {
        if (lines.isEmpty()) {
            return;
        }
        List<JsonNode> answers = service.postLines("/v1/documents", lines);
        for (int i = 0; i < answers.size(); i++) {
            tally.answer(sources.get(i), answers.get(i));
        }
        progress.count(tally.documents(), "documents");
        lines.clear();
        sources.clear();
    }
}
