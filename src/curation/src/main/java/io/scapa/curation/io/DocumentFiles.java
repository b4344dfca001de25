package io.scapa.curation.io;

import io.scapa.curation.AssessmentSource;
import io.scapa.curation.Candidate;
import io.scapa.curation.CandidateSource;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import io.scapa.text.view.TextViews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
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
    private final String tokenizer;
    private final LineFaults faults;
    private boolean told;

    /**
     * Candidates from files.
     *
     * @param documents files of documents
     * @param assessments files of assessments, may be empty
     * @param assessor assesses what has no assessment
     * @param tokenizer the recipe's tokenizer; lengths in another one than the release's are counted again
     * @param faults is told of unusable lines during the first pass
     */
    public DocumentFiles(
            List<Path> documents,
            List<Path> assessments,
            AssessmentSource assessor,
            String tokenizer,
            LineFaults faults) {
        this.documents = List.copyOf(documents);
        this.assessments = List.copyOf(assessments);
        this.assessor = assessor;
        this.tokenizer = tokenizer;
        this.faults = faults;
    }

    @Override
    public Cursor open() {
        LineFaults listener = told ? LineFaults.ignored() : faults;
        told = true;
        return new Pass(listener);
    }

    /** One pass over all files. */
    private final class Pass implements Cursor {
        private final LineFaults listener;
        private final Iterator<Path> files = documents.iterator();
        private final AssessmentJoin join;
        private final @Nullable Tokenizer counter =
                tokenizer.equals(Tokenizers.DEFAULT) ? null : Tokenizers.named(tokenizer);
        private @Nullable Path file;
        private @Nullable DocumentReader reader;

        private Pass(LineFaults listener) {
            this.listener = listener;
            this.join = new AssessmentJoin(assessments, listener);
        }

        @Override
        public @Nullable Candidate next() throws IOException {
            while (true) {
                DocumentReader open = reader;
                if (open == null || !open.hasNext()) {
                    if (!advance()) {
                        return null;
                    }
                    continue;
                }
                Candidate candidate = candidate(open.next());
                if (candidate != null) {
                    return candidate;
                }
            }
        }

        private @Nullable Candidate candidate(DocumentLine line) throws IOException {
            Path at = java.util.Objects.requireNonNull(file);
            return switch (line) {
                case DocumentLine.Bad bad -> {
                    listener.fault(at, bad.number(), bad.reason(), bad.field(), bad.excerpt());
                    yield null;
                }
                case DocumentLine.Good good -> candidate(at, good.number(), good.document());
            };
        }

        private @Nullable Candidate candidate(Path at, long number, Document document) throws IOException {
            String clean = TextViews.of(document.text()).clean().text();
            ContentHash hash = ContentHash.ofCleanText(clean);
            String id = document.id() == null || document.id().isEmpty() ? hash.hex() : document.id();
            AssessedFacts facts = join.take(new AssessedFacts.Key(id, hash));
            if (facts == null) {
                Assessment assessment = assessor.assess(document.withId(id));
                if (assessment == null) {
                    listener.fault(at, number, "no assessment of this text under the id '" + id + "'", "id", "");
                    return null;
                }
                facts = AssessedFacts.of(assessment);
            }
            int tokens = counter == null ? facts.tokens() : counter.count(clean);
            String source =
                    document.source() == null || document.source().isBlank() ? UNKNOWN_SOURCE : document.source();
            return new Candidate(
                    id,
                    hash,
                    source,
                    facts.language(),
                    tokens,
                    facts.origin(),
                    facts.pSynthetic(),
                    facts.pools(),
                    facts.splitWithoutDate(),
                    facts.release(),
                    attributes(document),
                    () -> clean);
        }

        private boolean advance() throws IOException {
            if (reader != null) {
                reader.close();
                reader = null;
            }
            if (!files.hasNext()) {
                return false;
            }
            file = files.next();
            reader = DocumentReader.open(file, ReadLimits.STANDARD);
            return true;
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
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
