package io.scapa.curation.io;

import io.scapa.curation.AssessmentSource;
import io.scapa.curation.Candidate;
import io.scapa.curation.CandidateSource;
import io.scapa.curation.ExportOptions;
import io.scapa.curation.parallel.InOrder;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Candidates from files of documents and files of assessments (JSON lines, plain, gzip or zstd), joined by id and content
 * hash. A document without an assessment is assessed by the given source; where that has none either, it is left out and
 * told of. Files are streamed; memory holds one document, and such assessments as come before their document.
 */
public final class DocumentFiles implements CandidateSource {
    private static final String UNKNOWN_SOURCE = "unknown";

    private final List<Path> documents;
    private final List<Path> assessments;
    private final AssessmentSource assessor;
    private final @Nullable TokenCounts counts;
    private final LineFaults faults;
    private final int threads;
    private boolean told;

    /**
     * Candidates from files.
     *
     * @param documents files of documents
     * @param assessments files of assessments, may be empty
     * @param assessor assesses what has no assessment
     * @param tokenizer the recipe's tokenizer; lengths in another one than the release's are counted once
     * @param faults is told of unusable lines during the first pass
     */
    public DocumentFiles(
            List<Path> documents,
            List<Path> assessments,
            AssessmentSource assessor,
            String tokenizer,
            LineFaults faults) {
        this(
                documents,
                assessments,
                assessor,
                TokenCounts.of(tokenizer),
                faults,
                ExportOptions.standard().threads());
    }

    /**
     * The same with lengths that are known, and with a number of threads, which changes nothing but the time.
     *
     * @param counts lengths in the recipe's tokenizer; not looked at where that is the release's, whose count is in the assessment
     * @param threads that take records apart, 1 or more
     */
    public DocumentFiles(
            List<Path> documents,
            List<Path> assessments,
            AssessmentSource assessor,
            TokenCounts counts,
            LineFaults faults,
            int threads) {
        this.documents = List.copyOf(documents);
        this.assessments = List.copyOf(assessments);
        this.assessor = assessor;
        this.counts = counts.tokenizer().equals(Tokenizers.DEFAULT) ? null : counts;
        this.faults = faults;
        this.threads = threads;
    }

    @Override
    public Cursor open() {
        LineFaults listener = told ? LineFaults.ignored() : faults;
        told = true;
        return new Pass(listener);
    }

    /** One pass over all files: records are taken apart on several threads, joined and handed out in their order. */
    private final class Pass implements Cursor {
        private final LineFaults listener;
        private final RawBatches records = new RawBatches(documents);
        private final InOrder<RawBatches.Batch, ParsedBatch> parsed;
        private final AssessmentJoin join;
        private @Nullable ParsedBatch batch;
        private int at;

        private Pass(LineFaults listener) {
            this.listener = listener;
            this.join = new AssessmentJoin(assessments, threads, listener);
            this.parsed = new InOrder<>(threads, records, raw -> ParsedBatch.of(raw, counts));
        }

        @Override
        public @Nullable Candidate next() throws IOException {
            while (true) {
                ParsedBatch open = batch;
                if (open == null || at == open.items().size()) {
                    batch = parsed.next();
                    at = 0;
                    if (batch == null) {
                        return null;
                    }
                    continue;
                }
                Candidate candidate = candidate(open.file(), open.items().get(at++));
                if (candidate != null) {
                    return candidate;
                }
            }
        }

        private @Nullable Candidate candidate(Path file, ParsedBatch.Item item) throws IOException {
            return switch (item) {
                case ParsedBatch.Bad(DocumentLine.Bad bad) -> {
                    listener.fault(file, bad.number(), bad.reason(), bad.field(), bad.excerpt());
                    yield null;
                }
                case ParsedBatch.Text text -> candidate(file, text);
            };
        }

        private @Nullable Candidate candidate(Path file, ParsedBatch.Text text) throws IOException {
            Document document = text.document();
            String id = String.valueOf(document.id());
            AssessedFacts facts = join.take(new AssessedFacts.Key(id, text.hash()));
            if (facts == null) {
                Assessment assessment = assessor.assess(document);
                if (assessment == null) {
                    listener.fault(
                            file, text.number(), "no assessment of this text under the id '" + id + "'", "id", "");
                    return null;
                }
                facts = AssessedFacts.of(assessment);
            }
            String source =
                    document.source() == null || document.source().isBlank() ? UNKNOWN_SOURCE : document.source();
            String clean = text.clean();
            return new Candidate(
                    id,
                    text.hash(),
                    source,
                    facts.language(),
                    text.tokens() < 0 ? facts.tokens() : text.tokens(),
                    facts.origin(),
                    facts.pSynthetic(),
                    facts.pools(),
                    facts.splitWithoutDate(),
                    facts.release(),
                    attributes(document),
                    () -> clean);
        }

        @Override
        public void close() throws IOException {
            parsed.close();
            records.close();
            join.close();
        }
    }

    /** What is exported of a document besides its text; metadata stays behind, it may name people. */
    private static Map<String, Object> attributes(Document document) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        put(attributes, "uri", document.uri());
        put(attributes, "license", document.license());
        put(attributes, "generator", document.generator());
        put(
                attributes,
                "published_at",
                document.publishedAt() == null ? null : document.publishedAt().toString());
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
