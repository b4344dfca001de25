package io.scapa.cli.curate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.BadDocumentException;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads what one detector release says of contents. */
final class ReleaseAssessments {
    private ReleaseAssessments() {}

    static void read(List<Path> files, String release, Map<ContentHash, PoolProbabilities> into, RejectedLines rejected)
            throws IOException {
        for (Path file : files) {
            try (LineReader lines = LineReader.open(file, ReadLimits.STANDARD)) {
                while (lines.hasNext()) {
                    line(file, lines.next(), release, into, rejected);
                }
            }
        }
    }

    private static void line(
            Path file, RawLine line, String release, Map<ContentHash, PoolProbabilities> into, RejectedLines rejected)
            throws IOException {
        switch (line) {
            case RawLine.Broken broken ->
                rejected.reject(file, new DocumentLine.Bad(broken.number(), broken.reason(), null, broken.excerpt()));
            case RawLine.Utf8 utf8 -> {
                try {
                    Assessment assessment = AssessmentJson.read(Json.mapper().readTree(utf8.bytes()));
                    if (assessment.release().equals(release)) {
                        into.put(
                                assessment.contentSha256(),
                                assessment.provenance().pools());
                    }
                } catch (JsonProcessingException | BadDocumentException e) {
                    rejected.reject(
                            file, new DocumentLine.Bad(utf8.number(), String.valueOf(e.getMessage()), null, ""));
                }
            }
        }
    }
}
