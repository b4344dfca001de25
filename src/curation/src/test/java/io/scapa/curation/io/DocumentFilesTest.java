package io.scapa.curation.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.AssessmentSource;
import io.scapa.curation.Candidate;
import io.scapa.curation.CandidateSource;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import io.scapa.text.io.LineWriter;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {
    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();

    @Test
    void joinsFilesInAnyOrder() throws IOException {
        List<String> assessments = new ArrayList<>();
        try (LineWriter first = LineWriter.open(folder.resolve("a.jsonl.gz"));
                LineWriter second = LineWriter.open(folder.resolve("b.jsonl"))) {
            for (int i = 0; i < 300; i++) {
                (i % 3 == 0 ? second : first)
                        .write(document("d" + i, "Text number " + i).toString());
                assessments.add(AssessmentJson.toJson(assessment("d" + i, "Text number " + i, i / 300.0))
                        .toString());
            }
        }
        Collections.shuffle(assessments, new Random(1));
        Files.write(folder.resolve("scores.jsonl"), assessments);

        List<Candidate> candidates =
                read(files(List.of("a.jsonl.gz", "b.jsonl"), List.of("scores.jsonl"), AssessmentSource.none()));

        assertThat(candidates).hasSize(300).allSatisfy(c -> {
            int number = Integer.parseInt(c.id().substring(1));
            assertThat(c.pSynthetic()).isEqualTo(number / 300.0);
            assertThat(c.text().clean()).isEqualTo("Text number " + number);
            assertThat(c.source()).isEqualTo("web");
            assertThat(c.attributes()).containsEntry("uri", "https://example.org/d" + number);
            assertThat(c.tokens()).isEqualTo(7);
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void assessesWhatHasNoAssessmentOfThisVeryText() throws IOException {
        Files.writeString(
                folder.resolve("docs.jsonl"), document("d1", "One text") + "\n" + document("d2", "Another") + "\n");
        Files.writeString(
                folder.resolve("scores.jsonl"),
                AssessmentJson.toJson(assessment("d1", "Quite another text", 0.9)) + "\n");

        List<Candidate> candidates = read(files(
                List.of("docs.jsonl"),
                List.of("scores.jsonl"),
                document ->
                        assessment(document.id(), document.text(), document.id().equals("d1") ? 0.25 : 0.5)));

        assertThat(candidates).extracting(Candidate::pSynthetic).containsExactly(0.25, 0.5);
    }

    @Test
    void tellsOfEveryLineThatCannotBeUsedOnceAndGoesOn() throws IOException {
        Files.writeString(
                folder.resolve("docs.jsonl"),
                document("d1", "One") + "\n{broken\n{\"id\": 5}\n" + document("d2", "Two") + "\n"
                        + document("d3", "Three") + "\n");
        Files.writeString(
                folder.resolve("scores.jsonl"),
                "nonsense\n{\"id\": \"d1\"}\n" + AssessmentJson.toJson(assessment("d1", "One", 0.5)) + "\n"
                        + AssessmentJson.toJson(assessment("d2", "Two", 0.5)) + "\n");
        CandidateSource source = files(List.of("docs.jsonl"), List.of("scores.jsonl"), AssessmentSource.none());

        assertThat(read(source)).extracting(Candidate::id).containsExactly("d1", "d2");
        assertThat(read(source)).as("a second pass").hasSize(2);

        assertThat(faults)
                .hasSize(5)
                .anyMatch(f -> f.startsWith("docs.jsonl:2"))
                .anyMatch(f -> f.startsWith("docs.jsonl:3"))
                .anyMatch(f -> f.startsWith("docs.jsonl:5") && f.contains("no assessment"))
                .anyMatch(f -> f.startsWith("scores.jsonl:1"))
                .anyMatch(f -> f.startsWith("scores.jsonl:2"));
    }

    @Test
    void countsAgainInTheRecipesTokenizer() throws IOException {
        Files.writeString(folder.resolve("docs.jsonl"), document("d1", "Low-background steel") + "\n");
        DocumentFiles source = new DocumentFiles(
                List.of(folder.resolve("docs.jsonl")),
                List.of(),
                document -> assessment("d1", "Low-background steel", 0.5),
                "r50k_base",
                this::fault);

        assertThat(read(source))
                .singleElement()
                .satisfies(c -> assertThat(c.tokens())
                        .isEqualTo(Tokenizers.named("r50k_base").count("Low-background steel")));
    }

    @Test
    void anIdIsTheContentHashWhereNoneIsGiven() throws IOException {
        Files.writeString(folder.resolve("docs.jsonl"), "{\"text\": \"A\\u200btext\"}\n");
        DocumentFiles source = files(List.of("docs.jsonl"), List.of(), d -> assessment(d.id(), "Atext", 0.5));

        assertThat(read(source)).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo(ContentHash.ofCleanText("Atext").hex());
            assertThat(c.source()).isEqualTo("unknown");
        });
    }

    private DocumentFiles files(List<String> documents, List<String> assessments, AssessmentSource assessor) {
        return new DocumentFiles(
                documents.stream().map(folder::resolve).toList(),
                assessments.stream().map(folder::resolve).toList(),
                assessor,
                Tokenizers.DEFAULT,
                this::fault);
    }

    private void fault(Path file, long line, String reason, String field, String excerpt) {
        faults.add(file.getFileName() + ":" + line + " " + reason);
    }

    private static List<Candidate> read(CandidateSource source) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        try (CandidateSource.Cursor cursor = source.open()) {
            for (Candidate c = cursor.next(); c != null; c = cursor.next()) {
                candidates.add(c);
            }
        }
        return candidates;
    }

    private static ObjectNode document(String id, String text) {
        return Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("text", text)
                .put("source", "web")
                .put("uri", "https://example.org/" + id);
    }

    private static Assessment assessment(String id, String text, double p) {
        SyntheticScore score = new SyntheticScore(0, 0.5, p, new Interval(0, 1), null, Verdict.undetermined("a test"));
        return new Assessment(
                id,
                ContentHash.ofCleanText(text),
                "en",
                7,
                score,
                List.of(),
                new DocumentProvenance(Origin.UNDETERMINED, null, new PoolProbabilities(p, 0, 0, 1 - p), 0),
                "test/1");
    }
}
