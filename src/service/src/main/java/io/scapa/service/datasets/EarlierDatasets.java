package io.scapa.service.datasets;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.curation.EarlierDataset;
import io.scapa.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the dataset that a re-mix changes. */
final class EarlierDatasets {
    private EarlierDatasets() {}

    /**
     * The dataset with an id; null for none.
     *
     * @throws ProblemException where there is none, or it was not exported, or its folder is gone
     */
    static @Nullable EarlierDataset of(@Nullable UUID id) throws IOException {
        if (id == null) {
            return null;
        }
        DatasetRow row = QuarkusTransaction.requiringNew().call(() -> DatasetRow.findById(id));
        if (row == null || !row.isExported() || !Files.isDirectory(Path.of(row.output))) {
            throw ProblemException.badInput(
                    DatasetRequest.EARLIER, "the id of a dataset that was exported and is there", id.toString());
        }
        return EarlierDataset.in(Path.of(row.output));
    }

    /** Reads an id. */
    static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput(DatasetRequest.EARLIER, "the id of a dataset", text);
        }
    }
}
