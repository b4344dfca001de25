package io.scapa.cli.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scapa.cli.batch.LineBatch;
import io.scapa.detection.Assessor;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentParser;
import io.scapa.text.io.RawLine;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a batch of lines, in their order.
 *
 * @param file where they stood
 * @param results one for each line
 */
record ScoredBatch(Path file, List<Result> results) {
    /** What came of one line. */
    sealed interface Result {}

    /**
     * It held a document.
     *
     * @param json its assessment, one line
     */
    record Scored(String json) implements Result {}

    /** It held none. */
    record Rejected(DocumentLine.Bad line) implements Result {}

    static ScoredBatch of(LineBatch batch, DocumentParser parser, Assessor assessor) {
        List<Result> results = new ArrayList<>(batch.lines().size());
        for (RawLine line : batch.lines()) {
            results.add(
                    switch (parser.parse(line)) {
                        case DocumentLine.Bad bad -> new Rejected(bad);
                        case DocumentLine.Good good -> new Scored(json(assessor, good));
                    });
        }
        return new ScoredBatch(batch.file(), results);
    }

    private static String json(Assessor assessor, DocumentLine.Good line) {
        try {
            return Json.mapper().writeValueAsString(AssessmentJson.toJson(assessor.assess(line.document())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an assessment is always JSON", impossible);
        }
    }
}
