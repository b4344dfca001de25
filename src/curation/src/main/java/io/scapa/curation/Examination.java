package io.scapa.curation;

import io.scapa.curation.filter.Decision;
import io.scapa.curation.filter.Filters;
import io.scapa.curation.recipe.ExactDedupView;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.table.CandidateTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scan finds out about each candidate by itself: its row, whether a filter drops it, its signature. */
final class Examination {
    private static final int BATCH = 64;
    private static final long MOST_CHARACTERS = 1 << 20;

    private final Recipe recipe;
    private final Filters filters;
    private final boolean texts;

    Examination(Recipe recipe) throws IOException {
        this.recipe = recipe;
        this.filters = new Filters(recipe.filters());
        this.texts = filters.readTexts() || recipe.nearDedup() != null || recipe.dedup() != ExactDedupView.CLEAN;
    }

    /** What was found of one candidate. */
    record Examined(CandidateTable.Row row, Decision decision, int[] signature) {}

    /** The next candidates, their texts read where somebody wants them: a source is read by one thread only. */
    @Nullable
    List<Candidate> batch(CandidateSource.Cursor cursor) throws IOException {
        List<Candidate> batch = new ArrayList<>();
        long characters = 0;
        while (batch.size() < BATCH && characters < MOST_CHARACTERS) {
            Candidate next = cursor.next();
            if (next == null) {
                break;
            }
            Candidate read = texts ? next.inMemory() : next;
            characters += texts ? read.text().clean().length() : 0;
            batch.add(read);
        }
        return batch.isEmpty() ? null : batch;
    }

    /** Safe for use by several threads. */
    List<Examined> examine(List<Candidate> batch) throws IOException {
        RowReader reader = new RowReader(recipe);
        Bands.Signer signer = new Bands.Signer(recipe.nearDedup());
        List<Examined> examined = new ArrayList<>(batch.size());
        for (Candidate candidate : batch) {
            Decision decision = filters.decide(candidate);
            int[] signature = decision instanceof Decision.Drop ? new int[0] : signer.sign(candidate);
            examined.add(new Examined(reader.row(candidate), decision, signature));
        }
        return examined;
    }
}
