package io.scapa.curation.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.provenance.Document;
import io.scapa.text.io.DocumentLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcInputTest {
    private static final String PROSE =
            "The keel was laid in the spring of that year, and before the leaves had fallen the hull stood ready for her plates. ";

    @TempDir
    private Path folder;

    @Test
    void takesThePagesAndNothingElse() throws IOException {
        List<DocumentLine> lines = read(warc(
                "pages.warc.gz",
                record("request", "http://a.example/", "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n", ""),
                page(
                        "http://a.example/one",
                        "200 OK",
                        "text/html; charset=iso-8859-1",
                        "<p>" + PROSE + "Größe</p>",
                        "iso-8859-1"),
                page("http://a.example/gone", "404 Not Found", "text/html", "<p>" + PROSE + "</p>", "utf-8"),
                page("http://a.example/image", "200 OK", "image/png", "no text", "utf-8"),
                page("http://b.example/two", "200 OK", "text/plain", PROSE, "utf-8"),
                page(
                        "http://b.example/three",
                        "200 OK",
                        "text/html",
                        "<html><head><meta charset=windows-1252></head><p>" + PROSE + "naïve</p></html>",
                        "windows-1252")));

        assertThat(lines).hasSize(3).allMatch(line -> line instanceof DocumentLine.Good);
        Document one = ((DocumentLine.Good) lines.getFirst()).document();
        assertThat(one.text()).endsWith("Größe");
        assertThat(one.uri()).isEqualTo("http://a.example/one");
        assertThat(one.source()).isEqualTo("a.example");
        assertThat(one.crawledAt()).isEqualTo(Instant.parse("2021-03-04T05:06:07Z"));
        assertThat(one.id()).startsWith("urn:uuid:");
        assertThat(one.headers()).containsKey("Content-Type");
        assertThat(((DocumentLine.Good) lines.get(1)).document().text()).isEqualTo(PROSE);
        assertThat(((DocumentLine.Good) lines.get(2)).document().text()).endsWith("naïve");
    }

    @Test
    void aFileThatBreaksOffGivesWhatStandsBeforeTheBreakAndSaysSo() throws IOException {
        Path whole = warc(
                "whole.warc.gz",
                page("http://a.example/1", "200 OK", "text/html", "<p>" + PROSE + "</p>", "utf-8"),
                page("http://a.example/2", "200 OK", "text/html", "<p>" + PROSE.repeat(30) + "</p>", "utf-8"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.warc.gz");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 60));

        List<DocumentLine> lines = read(cut);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isInstanceOf(DocumentLine.Good.class);
        assertThat(lines.getLast())
                .isInstanceOfSatisfying(
                        DocumentLine.Bad.class, bad -> assertThat(bad.reason()).contains("breaks off here"));
    }

    @Test
    void aFileThatIsNoneIsNamed() throws IOException {
        Path file = folder.resolve("not.warc");
        Files.writeString(file, "This is a letter, and no archive.");

        assertThatThrownBy(() -> {
                    try (RawDocuments open = InputFormat.of(file).open(file)) {
                        DocumentLine line = open.next().parse();
                        throw new IOException(file + ": " + ((DocumentLine.Bad) line).reason());
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not.warc");
    }

    private static List<DocumentLine> read(Path file) throws IOException {
        List<DocumentLine> lines = new ArrayList<>();
        try (RawDocuments open = InputFormat.of(file).open(file)) {
            for (RawDocument next = open.next(); next != null; next = open.next()) {
                lines.add(next.parse());
            }
        }
        return lines;
    }

    private Path warc(String name, byte[]... records) throws IOException {
        Path file = folder.resolve(name);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] record : records) {
            try (GZIPOutputStream member = new GZIPOutputStream(all)) {
                member.write(record);
            }
        }
        Files.write(file, all.toByteArray());
        return file;
    }

    private static byte[] page(String uri, String status, String type, String body, String charset) throws IOException {
        byte[] bytes = body.getBytes(Charset.forName(charset));
        String head =
                "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        ByteArrayOutputStream http = new ByteArrayOutputStream();
        http.write(head.getBytes(StandardCharsets.US_ASCII));
        http.write(bytes);
        return record("response", uri, http.toByteArray());
    }

    private static byte[] record(String kind, String uri, String head, String body) throws IOException {
        return record(kind, uri, (head + body).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] record(String kind, String uri, byte[] block) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(("WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Record-ID: <urn:uuid:"
                        + java.util.UUID.nameUUIDFromBytes((kind + uri).getBytes(StandardCharsets.UTF_8))
                        + ">\r\nWARC-Date: 2021-03-04T05:06:07Z\r\nWARC-Target-URI: " + uri
                        + "\r\nContent-Type: application/http; msgtype=" + kind + "\r\nContent-Length: " + block.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        record.write(block);
        record.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return record.toByteArray();
    }
}
