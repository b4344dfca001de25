package io.scapa.text.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.scapa.provenance.Document;
import io.scapa.statistics.SeededStreams;
import io.scapa.text.json.DocumentJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "a.jsonl.zst"})
    void whatIsWrittenReadsBackTheSame(String name) throws IOException {
        Path path = folder.resolve(name);
        RandomGenerator random = new SeededStreams(21).stream("documents", 0);
        List<Document> documents = new ArrayList<>();
        try (LineWriter writer = LineWriter.open(path)) {
            for (int i = 0; i < 500; i++) {
                StringBuilder text = new StringBuilder("\uD800 lone ");
                random.ints(random.nextInt(i % 50 == 0 ? 90_000 : 60), 0, 0x11000)
                        .forEach(text::appendCodePoint);
                documents.add(Document.ofText(text.toString()).withId("d" + i));
                writer.writeJson(DocumentJson.toJson(documents.getLast()));
            }
        }
        List<DocumentLine> lines = read(path, ReadLimits.STANDARD);
        assertThat(lines)
                .extracting(line -> ((DocumentLine.Good) line).document())
                .isEqualTo(documents);
        assertThat(lines)
                .extracting(DocumentLine::number)
                .startsWith(1L, 2L, 3L)
                .endsWith(500L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.jsonl.zst"})
    void theSameLinesGiveTheSameBytes(String name) throws IOException {
        Path first = folder.resolve("1" + name);
        Path second = folder.resolve("2" + name);
        for (Path path : List.of(first, second)) {
            try (LineWriter writer = LineWriter.open(path)) {
                for (int i = 0; i < 1000; i++) {
                    writer.write("{\"text\":\"line " + i + "\"}");
                }
            }
        }
        byte[] bytes = Files.readAllBytes(first);
        assertThat(bytes).isEqualTo(Files.readAllBytes(second));
        assertThat(name.endsWith("gz") ? Arrays.copyOfRange(bytes, 3, 8) : new byte[5])
                .as("no flags, no time")
                .containsOnly(0);
    }

    @Test
    void badLinesAreReportedWithTheirNumberAndTheRestIsRead() throws IOException {
        Path path = folder.resolve("bad.jsonl");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFF{\"text\":\"one\"}\r\n\n  \t\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("{\"text\": \"broken\n{\"text\": 7}\n[1,2]\n{\"text\":\"a\"} {\"text\":\"b\"}\n"
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}', '\n'});
        bytes.writeBytes("{\"text\":\"last\"}".getBytes(StandardCharsets.UTF_8));
        Files.write(path, bytes.toByteArray());

        List<DocumentLine> lines = read(path, ReadLimits.STANDARD);
        assertThat(lines).hasSize(7);
        assertThat(((DocumentLine.Good) lines.get(0)).document().text()).isEqualTo("one");
        assertBad(lines.get(1), 4, null, "not JSON at column", "{\"text\": \"broken");
        assertBad(lines.get(2), 5, "text", "expected a string, got 7", "{\"text\": 7}");
        assertBad(lines.get(3), 6, null, "expected a JSON object", "[1,2]");
        assertBad(lines.get(4), 7, null, "not JSON", "{\"text\":\"a\"} {");
        assertBad(lines.get(5), 8, null, "byte 0xC3 at position 7", "{\"t\":\"");
        assertThat(lines.get(6))
                .isInstanceOf(DocumentLine.Good.class)
                .extracting(DocumentLine::number)
                .isEqualTo(9L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst"})
    void aTruncatedFileGivesWhatCouldBeReadAndThenOneBadLine(String suffix) throws IOException {
        Path whole = folder.resolve("whole.jsonl." + suffix);
        RandomGenerator random = new SeededStreams(22).stream("noise", 0);
        try (LineWriter writer = LineWriter.open(whole)) {
            for (int i = 0; i < 60_000; i++) {
                writer.write("{\"text\":\"" + Long.toHexString(random.nextLong()) + "\"}");
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        for (int kept : new int[] {1, 5, 11, bytes.length / 2, bytes.length - 1}) {
            Path cut = folder.resolve("cut." + kept + ".jsonl." + suffix);
            Files.write(cut, Arrays.copyOf(bytes, kept));
            List<DocumentLine> lines = read(cut, ReadLimits.STANDARD);
            assertThat(lines.getLast()).as("%d bytes kept", kept).isInstanceOf(DocumentLine.Bad.class);
            assertThat(lines.subList(0, lines.size() - 1)).allMatch(DocumentLine.Good.class::isInstance);
            assertThat(kept < bytes.length / 2 || lines.size() > 10_000).isTrue();
        }
        Files.write(folder.resolve("empty.jsonl." + suffix), new byte[0]);
        assertThat(read(folder.resolve("empty.jsonl." + suffix), ReadLimits.STANDARD))
                .singleElement()
                .isInstanceOf(DocumentLine.Bad.class);
    }

    @Test
    void aDamagedFileIsReported() throws IOException {
        Path path = folder.resolve("damaged.jsonl.gz");
        try (LineWriter writer = LineWriter.open(path)) {
            for (int i = 0; i < 10_000; i++) {
                writer.write("{\"text\":\"line " + i + "\"}");
            }
        }
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 6] ^= 1;
        Files.write(path, bytes);
        assertThat(read(path, ReadLimits.STANDARD).getLast()).isInstanceOf(DocumentLine.Bad.class);
    }

    @Test
    void severalPackedPartsAreOneFile() throws IOException {
        Path path = folder.resolve("parts.jsonl.zst");
        byte[] part = Zstd.compress("{\"text\":\"a\"}\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(part);
        bytes.writeBytes(part);
        Files.write(path, bytes.toByteArray());
        assertThat(read(path, ReadLimits.STANDARD)).hasSize(2).allMatch(DocumentLine.Good.class::isInstance);
    }

    @Test
    void packedIsWhatTheBytesSayNotTheName() throws IOException {
        Path path = folder.resolve("really.jsonl.gz");
        try (LineWriter writer = LineWriter.open(path)) {
            writer.write("{\"text\":\"a\"}");
        }
        Files.move(path, folder.resolve("plain.jsonl"));
        assertThat(read(folder.resolve("plain.jsonl"), ReadLimits.STANDARD))
                .singleElement()
                .isInstanceOf(DocumentLine.Good.class);
    }

    @Test
    void aLineOverTheLimitIsSkippedAndTheNextRead() throws IOException {
        String longLine = "{\"text\":\"" + "x".repeat(5000) + "\"}";
        String lines = "{\"text\":\"a\"}\n" + longLine + "\n{\"text\":\"b\"}\n";
        List<DocumentLine> read = new ArrayList<>();
        try (DocumentReader reader = DocumentReader.of(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), new ReadLimits(1000))) {
            reader.forEachRemaining(read::add);
        }
        assertThat(read).hasSize(3);
        assertBad(read.get(1), 2, null, "limit of 1000 bytes: " + longLine.length(), "{\"text\":\"xxx");
        assertThat(((DocumentLine.Good) read.get(2)).document().text()).isEqualTo("b");
    }

    @Test
    void aLineOfTwoGigabytesTakesNoMemory() throws IOException {
        long size = (2L << 30) + 5;
        try (DocumentReader reader = DocumentReader.of(new Endless(size), new ReadLimits(1 << 20))) {
            DocumentLine line = reader.next();
            assertBad(line, 1, null, "limit of 1048576 bytes: " + size + " bytes", "xxx");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void deepNestingIsABadLineNotACrash() throws IOException {
        String deep = "{\"text\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n{\"text\":\"b\"}";
        try (DocumentReader reader = DocumentReader.of(
                new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)), ReadLimits.STANDARD)) {
            assertBad(reader.next(), 1, null, "nesting", "{\"text\"");
            assertThat(reader.next()).isInstanceOf(DocumentLine.Good.class);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> DocumentReader.open(folder.resolve("absent.jsonl"), ReadLimits.STANDARD))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent.jsonl");
        assertThatThrownBy(() -> DocumentReader.open(folder, ReadLimits.STANDARD))
                .isInstanceOf(IOException.class);
    }

    private static List<DocumentLine> read(Path path, ReadLimits limits) throws IOException {
        List<DocumentLine> lines = new ArrayList<>();
        try (DocumentReader reader = DocumentReader.open(path, limits)) {
            reader.forEachRemaining(lines::add);
        }
        return lines;
    }

    private static void assertBad(DocumentLine line, long number, String field, String reason, String excerpt) {
        assertThat(line).isInstanceOfSatisfying(DocumentLine.Bad.class, bad -> {
            assertThat(bad.number()).isEqualTo(number);
            assertThat(bad.field()).isEqualTo(field);
            assertThat(bad.reason()).contains(reason);
            assertThat(bad.excerpt()).startsWith(excerpt).hasSizeLessThan(500);
        });
    }

    /** A stream of one letter. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int given = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + given, (byte) 'x');
            left -= given;
            return given == 0 ? -1 : given;
        }
    }
}
