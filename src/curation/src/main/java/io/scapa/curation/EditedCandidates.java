package io.scapa.curation;

import io.scapa.curation.filter.PersonalData;
import io.scapa.curation.filter.RepeatedParagraphs;
import io.scapa.curation.io.TokenCounts;
import io.scapa.curation.parallel.InOrder;
import io.scapa.curation.recipe.FilterSettings;
import io.scapa.curation.recipe.PiiSettings;
import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.ContentHash;
import io.scapa.text.view.TextViews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Candidates whose texts a recipe changes before anything else looks at them: repeated paragraphs go, personal data is masked. A
 * changed text has its own hash and length, and an attribute with the hash of what was assessed.
 */
final class EditedCandidates implements CandidateSource {
    /** The attribute of a changed document that holds the hash of its text before. */
    static final String ORIGINAL = "original_sha256";

    private static final int BATCH = 64;

    private final CandidateSource source;
    private final @Nullable PersonalData masked;
    private final @Nullable RepeatedParagraphs paragraphs;
    private final TokenCounts counts;
    private final int threads;

    private EditedCandidates(
            CandidateSource source,
            @Nullable PersonalData masked,
            @Nullable RepeatedParagraphs paragraphs,
            TokenCounts counts,
            int threads) {
        this.source = source;
        this.masked = masked;
        this.paragraphs = paragraphs;
        this.counts = counts;
        this.threads = threads;
    }

    /**
     * The candidates as a recipe wants their texts; the source itself where it wants them unchanged.
     *
     * @throws IOException where the source cannot be read: repeated paragraphs need a pass of their own
     */
    static CandidateSource of(Recipe recipe, CandidateSource source, int threads) throws IOException {
        FilterSettings filters = recipe.filters();
        if (!filters.edits()) {
            return source;
        }
        PiiSettings pii = filters.pii();
        PersonalData masked =
                pii != null && pii.action() == PiiSettings.Action.MASK ? new PersonalData(pii.kinds()) : null;
        return new EditedCandidates(
                source,
                masked,
                filters.repeatedParagraphs() ? claimed(source) : null,
                TokenCounts.of(recipe.tokenizer()),
                threads);
    }

    private static RepeatedParagraphs claimed(CandidateSource source) throws IOException {
        RepeatedParagraphs paragraphs = new RepeatedParagraphs();
        try (Cursor cursor = source.open()) {
            for (Candidate next = cursor.next(); next != null; next = cursor.next()) {
                paragraphs.claim(next.text().clean(), next.contentSha256());
            }
        }
        return paragraphs;
    }

    @Override
    public Cursor open() throws IOException {
        return new Pass(source.open());
    }

    private final class Pass implements Cursor {
        private final Cursor cursor;
        private final InOrder<List<Candidate>, List<Candidate>> edited;
        private List<Candidate> batch = List.of();
        private int at;

        private Pass(Cursor cursor) {
            this.cursor = cursor;
            this.edited = new InOrder<>(threads, this::read, EditedCandidates.this::edit);
        }

        /** Texts are read on the calling thread. */
        private @Nullable List<Candidate> read() throws IOException {
            List<Candidate> read = new ArrayList<>(BATCH);
            while (read.size() < BATCH) {
                Candidate next = cursor.next();
                if (next == null) {
                    break;
                }
                read.add(next.inMemory());
            }
            return read.isEmpty() ? null : read;
        }

        @Override
        public @Nullable Candidate next() throws IOException {
            if (at == batch.size()) {
                List<Candidate> more = edited.next();
                if (more == null) {
                    return null;
                }
                batch = more;
                at = 0;
            }
            return batch.get(at++);
        }

        @Override
        public void close() throws IOException {
            edited.close();
            cursor.close();
        }
    }

    private List<Candidate> edit(List<Candidate> batch) throws IOException {
        List<Candidate> edited = new ArrayList<>(batch.size());
        for (Candidate candidate : batch) {
            edited.add(edit(candidate));
        }
        return edited;
    }

    private Candidate edit(Candidate candidate) throws IOException {
        String before = candidate.text().clean();
        String text = paragraphs == null ? before : paragraphs.keep(before, candidate.contentSha256());
        text = masked == null ? text : masked.mask(text);
        if (text.equals(before)) {
            return candidate;
        }
        String clean = TextViews.of(text).clean().text();
        Map<String, Object> attributes = new LinkedHashMap<>(candidate.attributes());
        attributes.put(ORIGINAL, candidate.contentSha256().hex());
        ContentHash hash = ContentHash.ofCleanText(clean);
        return new Candidate(
                candidate.id(),
                hash,
                candidate.source(),
                candidate.language(),
                counts.of(hash, clean),
                candidate.origin(),
                candidate.pSynthetic(),
                candidate.pools(),
                candidate.splitWithoutDate(),
                candidate.release(),
                attributes,
                () -> clean);
    }
}
