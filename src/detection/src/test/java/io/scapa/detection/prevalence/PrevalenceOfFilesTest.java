package io.scapa.detection.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.detection.Assessor;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.statistics.prevalence.PrevalenceOptions;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.LineWriter;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrevalenceOfFilesTest {
    @TempDir
    Path folder;

    @Test
    void countsEveryDocumentAndReportsEveryBadLine() throws IOException {
        Path file = folder.resolve("documents.jsonl.gz");
        try (LineWriter writer = LineWriter.open(file)) {
            for (int i = 0; i < 1000; i++) {
                writer.write("{\"id\": \"d%d\", \"text\": \"%s\", \"source\": \"s%d\"}"
                        .formatted(i, i % 4 == 0 ? "made" : "written", i % 2));
                if (i % 100 == 0) {
                    writer.write("{\"id\": \"bad\"}");
                }
            }
        }
        PrevalenceReport one = report(file, 1);
        PrevalenceReport two = report(file, 2);
        assertThat(PrevalenceJson.toJson(two)).isEqualTo(PrevalenceJson.toJson(one));
        assertThat(one.groups()).extracting(GroupPrevalence::documents).containsExactly(500L, 500L);
        assertThat(one.groups().get(0).estimate().estimate()).isBetween(0.48, 0.52);
        assertThat(one.groups().get(1).estimate().estimate()).isLessThan(0.02);
    }

    @Test
    void aMissingFileIsNamed() {
        try (PrevalenceOfFiles counter = new PrevalenceOfFiles(new WordAssessor(), 1, ReadLimits.STANDARD)) {
            PrevalenceTally tally = new PrevalenceTally(List.of(), Weighting.DOCUMENTS, AuditLabels.none());
            assertThatThrownBy(() -> counter.count(folder.resolve("none.jsonl"), tally, new Heard()))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining("none.jsonl");
        }
        assertThat(Files.exists(folder.resolve("none.jsonl"))).isFalse();
    }

    private PrevalenceReport report(Path file, int threads) throws IOException {
        PrevalenceTally tally = new PrevalenceTally(List.of(Dimension.SOURCE), Weighting.DOCUMENTS, AuditLabels.none());
        Heard heard = new Heard();
        try (PrevalenceOfFiles counter = new PrevalenceOfFiles(new WordAssessor(), threads, ReadLimits.STANDARD)) {
            assertThat(counter.count(file, tally, heard)).isEqualTo(1000);
        }
        assertThat(heard.rejected).hasSize(10);
        assertThat(heard.rejected.getFirst().number()).isEqualTo(2);
        assertThat(heard.counted).isEqualTo(1000);
        return tally.report(PrevalenceOptions.standard());
    }

    private static final class Heard implements PrevalenceOfFiles.Listener {
        private final List<DocumentLine.Bad> rejected = new ArrayList<>();
        private long counted;

        @Override
        public void rejected(Path file, DocumentLine.Bad line) {
            rejected.add(line);
        }

        @Override
        public void counted(Path file, long documents) {
            counted = documents;
        }
    }

    /** Tells "made" from "written", surely. */
    private record WordAssessor() implements Assessor {
        @Override
        public Assessment assess(Document document) {
            return AssessedDocuments.assessment(
                    String.valueOf(document.id()), document.text().equals("made") ? 8 : -8, 1);
        }

        @Override
        public String release() {
            return "words-1";
        }
    }
}
