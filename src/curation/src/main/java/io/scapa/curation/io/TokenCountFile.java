package io.scapa.curation.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.ContentHash;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.LineWriter;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Lengths that are kept from run to run: JSON lines {@code {"contentSha256", "tokenizer", "tokens"}}, one for each text and tokenizer, plain, gzip
 * or zstd by the file's name. Lines of other tokenizers stay as they are. What a run counts is added when it is closed, in one step: a run
 * that was killed leaves the file as it was.
 */
public final class TokenCountFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final LineWriter writer;
    private final TokenCounts counts;
    private long added;

    private TokenCountFile(Path file, String tokenizer) throws IOException {
        this.file = file;
        String name = String.valueOf(file.getFileName());
        this.part = file.resolveSibling(".part-" + name);
        this.writer = LineWriter.open(part);
        this.counts = new TokenCounts(tokenizer, Tokenizers.named(tokenizer), this::add);
    }

    /**
     * Opens a file, which need not exist yet.
     *
     * @param tokenizer whose lengths are wanted
     * @param faults is told of lines that hold no length; such lines go
     */
    public static TokenCountFile open(Path file, String tokenizer, LineFaults faults) throws IOException {
        TokenCountFile opened = new TokenCountFile(file, tokenizer);
        try {
            if (Files.exists(file)) {
                opened.read(faults);
            }
        } catch (IOException | RuntimeException e) {
            opened.writer.close();
            Files.deleteIfExists(opened.part);
            throw e;
        }
        return opened;
    }

    /** The lengths. */
    public TokenCounts counts() {
        return counts;
    }

    /** How many texts had to be counted so far. */
    public long added() {
        return added;
    }

    private void read(LineFaults faults) throws IOException {
        try (LineReader lines = LineReader.open(file, ReadLimits.STANDARD)) {
            while (lines.hasNext()) {
                switch (lines.next()) {
                    case RawLine.Broken broken ->
                        faults.fault(file, broken.number(), broken.reason(), null, broken.excerpt());
                    case RawLine.Utf8 line -> read(line, faults);
                }
            }
        }
    }

    private void read(RawLine.Utf8 line, LineFaults faults) throws IOException {
        try {
            JsonNode json = Json.mapper().readTree(line.bytes());
            String tokenizer = json.path("tokenizer").asText();
            JsonNode tokens = json.path("tokens");
            if (tokenizer.isEmpty()) {
                faults.fault(file, line.number(), "tokenizer: a tokenizer's name is expected", "tokenizer", "");
            } else if (!tokens.canConvertToInt() || tokens.intValue() < 0) {
                faults.fault(file, line.number(), "tokens: 0 or more is expected, got " + tokens, "tokens", "");
            } else {
                ContentHash content = new ContentHash(json.path("contentSha256").asText());
                if (tokenizer.equals(counts.tokenizer())) {
                    counts.know(content, tokens.intValue());
                }
                writer.write(new String(line.bytes(), StandardCharsets.UTF_8));
            }
        } catch (JsonProcessingException e) {
            faults.fault(file, line.number(), "not JSON: " + e.getOriginalMessage(), null, "");
        } catch (IllegalArgumentException e) {
            faults.fault(file, line.number(), "contentSha256: " + e.getMessage(), "contentSha256", "");
        }
    }

    private void add(ContentHash content, int tokens) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("contentSha256", content.hex())
                .put("tokenizer", counts.tokenizer())
                .put("tokens", tokens);
        try {
            writer.write(line.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        added++;
    }

    /** Puts what was added into the file. */
    @Override
    public void close() throws IOException {
        writer.close();
        if (added > 0) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(part);
        }
    }
}
