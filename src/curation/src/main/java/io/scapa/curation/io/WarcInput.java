package io.scapa.curation.io;

import io.scapa.curation.BadInputException;
import io.scapa.curation.html.MainContent;
import io.scapa.provenance.Document;
import io.scapa.text.io.DocumentLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a WARC file, plain or gzip: responses with status 200 and a media type of HTML or plain text. Of HTML the main
 * content is taken. A page's id is its record's, its source the host, its date of fetch the record's. Other records are passed over.
 */
final class WarcInput implements RawDocuments {
    private static final int MOST_BYTES = 64 << 20;

    private final WarcReader reader;
    private long number;
    private boolean ended;

    WarcInput(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "is no file that can be read");
        }
        try {
            this.reader = new WarcReader(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": no WARC file: " + e.getMessage(), e);
        }
    }

    /** A page as it was fetched. */
    private record Page(long number, String id, String uri, Instant fetched, HttpHead head, byte[] body)
            implements RawDocument {
        @Override
        public int size() {
            return body.length;
        }

        @Override
        public DocumentLine parse() {
            try {
                String text = head.isHtml()
                        ? MainContent.of(new ByteArrayInputStream(body), head.charset, uri)
                        : new String(
                                body, head.charset == null ? StandardCharsets.UTF_8 : Charset.forName(head.charset));
                if (text.isBlank()) {
                    return new DocumentLine.Bad(number, "a page without text: " + uri, "text", "");
                }
                return new DocumentLine.Good(
                        number, document(text), com.fasterxml.jackson.databind.node.NullNode.instance);
            } catch (IOException | IllegalArgumentException e) {
                return new DocumentLine.Bad(
                        number, "a page that cannot be read: " + uri + ": " + e.getMessage(), null, "");
            }
        }

        private Document document(String text) {
            return new Document(
                    id,
                    text,
                    host(),
                    uri,
                    null,
                    fetched,
                    null,
                    null,
                    head.mediaType,
                    head.fields,
                    null,
                    null,
                    Map.of());
        }

        private @Nullable String host() {
            try {
                return URI.create(uri).getHost();
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    private record HttpHead(String mediaType, @Nullable String charset, Map<String, String> fields) {
        private boolean isHtml() {
            return !mediaType.equals("text/plain");
        }
    }

    private record Broken(DocumentLine.Bad line) implements RawDocument {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public DocumentLine parse() {
            return line;
        }
    }

    @Override
    public @Nullable RawDocument next() {
        while (!ended) {
            number++;
            try {
                Optional<WarcRecord> record = reader.next();
                if (record.isEmpty()) {
                    ended = true;
                } else if (record.get() instanceof WarcResponse response) {
                    RawDocument page = page(response);
                    if (page != null) {
                        return page;
                    }
                }
            } catch (IOException e) {
                ended = true;
                return bad("the file breaks off here (" + e.getMessage() + ")");
            }
        }
        return null;
    }

    private RawDocument bad(String reason) {
        return new Broken(new DocumentLine.Bad(number, reason, null, ""));
    }

    private @Nullable RawDocument page(WarcResponse response) throws IOException {
        if (!String.valueOf(response.contentType().base()).equalsIgnoreCase("application/http")) {
            return null;
        }
        HttpResponse http = response.http();
        String type = http.contentType().base().toString().toLowerCase(Locale.ROOT);
        if (http.status() != 200
                || !(type.equals("text/html") || type.equals("application/xhtml+xml") || type.equals("text/plain"))) {
            return null;
        }
        byte[] body = http.bodyDecoded().stream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return bad("longer than the limit of " + MOST_BYTES + " bytes: " + response.target());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        http.headers().map().forEach((name, values) -> fields.put(name, String.join(", ", values)));
        String charset = http.contentType().parameters().get("charset");
        return new Page(
                number,
                response.id().toString(),
                response.target(),
                response.date(),
                new HttpHead(type, charset, fields),
                body);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
