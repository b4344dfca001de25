package io.scapa.curation.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetWriter;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.AssessmentSource;
import io.scapa.curation.Candidate;
import io.scapa.curation.CandidateSource;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.ExportOptions;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.curation.verify.ShardReader;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
    private static final MessageType DOCUMENTS = Types.buildMessage()
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("id")
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("text")
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("license")
            .required(PrimitiveTypeName.INT64)
            .named("rank")
            .named("row");

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();

    @Test
    void readsDocumentsFromColumns() throws IOException {
        write(folder.resolve("docs.parquet"), 500);

        List<Candidate> read = read("docs.parquet");

        assertThat(faults).isEmpty();
        assertThat(read).hasSize(500);
        assertThat(read.get(7).id()).isEqualTo("d7");
        assertThat(read.get(7).text().clean()).isEqualTo("Text of 7");
        assertThat(read.get(7).attributes()).containsEntry("license", "CC0-1.0");
        assertThat(read.get(8).attributes()).doesNotContainKey("license");
    }

    @Test
    void aWrongSchemaIsNamed() throws IOException {
        MessageType wrong = Types.buildMessage()
                .required(PrimitiveTypeName.INT32)
                .named("text")
                .required(PrimitiveTypeName.DOUBLE)
                .named("score")
                .named("row");
        try (ParquetWriter<Integer> writer =
                ParquetWriter.writeFile(wrong, folder.resolve("wrong.parquet").toFile(), (i, values) -> {
                    values.write("text", i);
                    values.write("score", 0.5);
                })) {
            writer.write(1);
        }

        assertThatThrownBy(() -> read("wrong.parquet"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("wrong.parquet")
                .hasMessageContaining("a column 'text' of texts is expected")
                .hasMessageContaining("text (INT32), score (DOUBLE)");
    }

    @Test
    void aFileThatIsCutShortOrNoneIsNamed() throws IOException {
        write(folder.resolve("whole.parquet"), 500);
        byte[] bytes = Files.readAllBytes(folder.resolve("whole.parquet"));
        Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(folder.resolve("text.parquet"), "no Parquet at all, but a text that goes on for a while");

        assertThatThrownBy(() -> read("cut.parquet")).hasMessageContaining("cut.parquet: no whole Parquet file");
        assertThatThrownBy(() -> read("text.parquet")).hasMessageContaining("text.parquet: no whole Parquet file");
    }

    @Test
    void aDatasetOfParquetVerifiesAndItsBytesDependOnNothingElse() throws IOException {
        List<Candidate> candidates = TestDocuments.mixed(1, 800);
        export(TestDocuments.shuffling(candidates, 1), "one", 1);
        export(TestDocuments.shuffling(candidates, 2), "two", 2);

        assertThat(DatasetVerifier.verify(folder.resolve("one")).failures()).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("one/train/part-00001.parquet")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two/train/part-00001.parquet")));
        assertThat(Files.readString(folder.resolve("one/croissant.json"))).contains("application/x-parquet");
        List<JsonNode> rows = new ArrayList<>();
        ShardReader.read(folder.resolve("one/train/part-00000.parquet"), (number, row) -> rows.add(row));
        assertThat(rows).hasSize(50).allSatisfy(row -> {
            assertThat(row.path("uri").asText()).startsWith("https://example.org/");
            assertThat(row.path("alpha").isDouble()).isTrue();
        });
    }

    /** What another implementation reads. */
    @Test
    void pyarrowReadsIt() throws IOException, InterruptedException {
        export(TestDocuments.of(TestDocuments.mixed(1, 800)), "out", 1);
        Path shard = folder.resolve("out/train/part-00000.parquet");
        Process python;
        try {
            python = new ProcessBuilder(
                            System.getenv().getOrDefault("SCAPA_PYTHON", "python3"),
                            "-c",
                            "import sys, pyarrow.parquet as p; t = p.read_table(sys.argv[1]);"
                                    + "print(t.num_rows, t.schema.field('text').type, t.schema.field('alpha').type, t['id'][0])",
                            shard.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("SKIPPED, NOT PASSED: needs python3 with the package pyarrow (SCAPA_PYTHON names it)");
            return;
        }
        String answer = new String(python.getInputStream().readAllBytes()).strip();
        python.waitFor();
        Assumptions.assumeFalse(
                answer.contains("ModuleNotFoundError"),
                "SKIPPED, NOT PASSED: needs python3 with the package pyarrow (SCAPA_PYTHON names it)");
        List<String> first = new ArrayList<>();
        ShardReader.read(shard, (number, row) -> first.add(row.path("id").asText()));

        assertThat(answer).isEqualTo("50 string double " + first.getFirst());
    }

    private void export(CandidateSource source, String name, int threads) throws IOException {
        Curator.standard()
                .export(
                        TestRecipes.balanced(9_000, "shards: {format: parquet, documents: 50}"),
                        source,
                        folder.resolve(name),
                        CollapseCheck.none(),
                        Progress.none(),
                        new ExportOptions(threads, false, false));
    }

    private static void write(Path file, int count) throws IOException {
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(DOCUMENTS, file.toFile(), (i, values) -> {
            values.write("id", "d" + i);
            values.write("text", "Text of " + i);
            if (i % 2 == 1) {
                values.write("license", "CC0-1.0");
            }
            values.write("rank", (long) i);
        })) {
            for (int i = 0; i < count; i++) {
                writer.write(i);
            }
        }
    }

    private List<Candidate> read(String name) throws IOException {
        AssessmentSource assessor = document -> TestAssessments.of(document.id(), document.text());
        DocumentFiles source = new DocumentFiles(
                List.of(folder.resolve(name)),
                List.of(),
                assessor,
                Tokenizers.DEFAULT,
                (file, line, reason, field, excerpt) -> faults.add(file.getFileName() + ":" + line + " " + reason));
        List<Candidate> read = new ArrayList<>();
        try (CandidateSource.Cursor cursor = source.open()) {
            for (Candidate next = cursor.next(); next != null; next = cursor.next()) {
                read.add(next);
            }
        }
        return read;
    }
}
