package io.scapa.curation.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.Candidate;
import io.scapa.curation.CandidateSource;
import io.scapa.provenance.ContentHash;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lengths in a recipe's tokenizer are counted once: in a run, and from run to run. */
class TokenCountsTest {
    private static final Tokenizer O200K = Tokenizers.named("o200k_base");

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < 3000; i++) {
            texts.add("Low-background steel, plate number " + i + ", from below the sea.");
        }
        documents();
    }

    private void documents() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(Json.mapper()
                    .createObjectNode()
                    .put("id", "d" + i)
                    .put("text", texts.get(i))
                    .toString());
        }
        Files.write(folder.resolve("docs.jsonl"), lines);
    }

    @Test
    void aSecondPassCountsNothing() throws IOException {
        AtomicInteger counted = new AtomicInteger();
        TokenCounts counts = new TokenCounts("o200k_base", O200K, (content, tokens) -> counted.incrementAndGet());
        DocumentFiles source = source(counts);

        assertThat(lengths(source)).isEqualTo(expected());
        assertThat(counted).hasValue(3000);
        assertThat(lengths(source)).isEqualTo(expected());
        assertThat(counted).hasValue(3000);
    }

    @Test
    void aSecondRunTokenisesNothingAndAChangedTextIsCountedAlone() throws IOException {
        Path file = folder.resolve("counts.jsonl.gz");
        assertThat(run(file, "o200k_base")).isEqualTo(3000);
        assertThat(run(file, "o200k_base")).isZero();

        texts.set(7, "Another text altogether.");
        documents();
        assertThat(run(file, "o200k_base")).isEqualTo(1);
        assertThat(run(file, "o200k_base")).isZero();
        assertThat(faults).isEmpty();
    }

    @Test
    void countsOfAnotherTokenizerAreNeverTaken() throws IOException {
        Path file = folder.resolve("counts.jsonl");
        assertThat(run(file, "o200k_base")).isEqualTo(3000);
        assertThat(run(file, "r50k_base")).isEqualTo(3000);
        assertThat(Files.readAllLines(file)).as("both are kept").hasSize(6000);
        assertThat(run(file, "o200k_base")).isZero();
    }

    /** The lengths come from the file: one that is planted shows. */
    @Test
    void whatIsKeptIsWhatIsUsed() throws IOException {
        Path file = folder.resolve("counts.jsonl");
        String hash = ContentHash.ofCleanText(texts.getFirst()).hex();
        Files.writeString(
                file, """
                {"contentSha256": "%s", "tokenizer": "o200k_base", "tokens": 4711}
                {"contentSha256": "%s", "tokenizer": "cl100k_base", "tokens": 1}
                """.formatted(hash, ContentHash.ofCleanText(texts.get(1)).hex()));
        try (TokenCountFile kept = TokenCountFile.open(file, "o200k_base", this::fault)) {
            assertThat(lengths(source(kept.counts())).subList(0, 2)).containsExactly(4711, O200K.count(texts.get(1)));
            assertThat(kept.added()).isEqualTo(2999);
        }
    }

    @Test
    void badLinesAreNamedAndCountedAgain() throws IOException {
        Path file = folder.resolve("counts.jsonl");
        String hash = "a".repeat(64);
        Files.writeString(file, """
                {"contentSha256": "%s", "tokenizer": "o200k_base", "tokens": -1}
                {"contentSha256": "short", "tokenizer": "o200k_base", "tokens": 1}
                {"contentSha256": "%s", "tokens": 1}
                not JSON
                """.formatted(hash, hash));

        assertThat(run(file, "o200k_base")).isEqualTo(3000);
        assertThat(faults)
                .hasSize(4)
                .anyMatch(f -> f.startsWith("counts.jsonl:1 tokens"))
                .anyMatch(f -> f.startsWith("counts.jsonl:2 contentSha256"))
                .anyMatch(f -> f.startsWith("counts.jsonl:3 tokenizer"))
                .anyMatch(f -> f.startsWith("counts.jsonl:4 not JSON"));
        assertThat(Files.readAllLines(file)).as("bad lines are gone").hasSize(3000);
    }

    private long run(Path file, String tokenizer) throws IOException {
        try (TokenCountFile kept = TokenCountFile.open(file, tokenizer, this::fault)) {
            List<Integer> lengths = lengths(source(kept.counts()));
            assertThat(lengths)
                    .isEqualTo(texts.stream()
                            .map(Tokenizers.named(tokenizer)::count)
                            .toList());
            return kept.added();
        }
    }

    private List<Integer> expected() {
        return texts.stream().map(O200K::count).toList();
    }

    private DocumentFiles source(TokenCounts counts) {
        return new DocumentFiles(
                List.of(folder.resolve("docs.jsonl")),
                List.of(),
                document -> TestAssessments.of(String.valueOf(document.id()), document.text()),
                counts,
                this::fault,
                2);
    }

    private void fault(Path file, long line, String reason, String field, String excerpt) {
        faults.add(file.getFileName() + ":" + line + " " + reason);
    }

    private static List<Integer> lengths(CandidateSource source) throws IOException {
        List<Integer> lengths = new ArrayList<>();
        try (CandidateSource.Cursor cursor = source.open()) {
            for (Candidate c = cursor.next(); c != null; c = cursor.next()) {
                lengths.add(c.tokens());
            }
        }
        return lengths;
    }
}
