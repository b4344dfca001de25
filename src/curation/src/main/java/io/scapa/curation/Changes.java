package io.scapa.curation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.scapa.curation.manifest.RemixOutcome;
import io.scapa.curation.recipe.ShardSettings.Format;
import io.scapa.curation.select.Selection;
import io.scapa.curation.shard.Compression;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IdIndex;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Writes aside which documents came and went since an earlier dataset. */
final class Changes {
    static final String PATH = "aside/changes.jsonl.gz";

    private final CandidateTable table;
    private final Selection selection;
    private final BitSet stayed = new BitSet();
    private long removed;
    private long added;

    Changes(CandidateTable table, Selection selection) {
        this.table = table;
        this.selection = selection;
    }

    RemixOutcome write(EarlierDataset earlier, Path folder) throws IOException {
        IdIndex index = new IdIndex(
                table, IntStream.range(0, selection.lines()).map(selection::row).toArray());
        Path file = folder.resolve(PATH);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Compression.compress(Format.JSONL_GZ, Files.newOutputStream(file));
                JsonGenerator json = Json.mapper().getFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            earlier.ids(id -> removed(id, index, json));
            for (int line = 0; line < selection.lines(); line++) {
                if (selection.pass(line) == 0 && !stayed.get(selection.row(line))) {
                    added++;
                    line(table.id(selection.row(line)), "added", json);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new RemixOutcome(earlier.manifestSha256(), stayed.cardinality(), added, removed);
    }

    private void removed(String id, IdIndex index, JsonGenerator json) {
        int row = index.find(id);
        if (row >= 0) {
            stayed.set(row);
            return;
        }
        removed++;
        try {
            line(id, "removed", json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(String id, String change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("change", change);
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
