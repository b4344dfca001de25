package io.scapa.curation;

import com.fasterxml.jackson.core.JsonGenerator;
import io.scapa.curation.dedup.Fates;
import io.scapa.curation.manifest.SourceLoss;
import io.scapa.curation.recipe.ShardSettings.Format;
import io.scapa.curation.shard.Compression;
import io.scapa.curation.table.CandidateTable;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes aside what was not taken and why: duplicates with their survivors, and rejected documents. */
public final class SideFiles {
    /** Documents that repeat another, in a dataset. */
    public static final String DUPLICATES = "aside/duplicates.jsonl.gz";

    /** Documents that were left out for another reason, in a dataset. */
    public static final String REJECTED = "aside/rejected.jsonl.gz";

    private final CandidateTable table;
    private final int[] byId;
    private final Fates fates;

    SideFiles(CandidateTable table, int[] byId, Fates fates) {
        this.table = table;
        this.byId = byId;
        this.fates = fates;
    }

    /** How many candidates were put aside, by reason; reasons that did not occur are 0. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Fates.Reason reason : Fates.Reason.values()) {
            if (reason != Fates.Reason.FILTERED) {
                counts.put(reason.word(), 0L);
            }
        }
        for (int row = 0; row < fates.size(); row++) {
            if (!fates.kept(row)) {
                counts.merge(fates.word(row), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** What each source lost, by name. */
    List<SourceLoss> losses(double alarm) {
        Map<String, long[]> counts = new TreeMap<>();
        for (int row = 0; row < fates.size(); row++) {
            long[] count = counts.computeIfAbsent(table.source(row), name -> new long[2]);
            count[0]++;
            count[1] += fates.kept(row) ? 0 : 1;
        }
        List<SourceLoss> losses = new ArrayList<>();
        counts.forEach((source, c) -> losses.add(new SourceLoss(source, c[0], c[1], c[1] > alarm * c[0])));
        return losses;
    }

    /** Writes the files that have something in them and returns their paths. */
    List<String> write(Path folder) throws IOException {
        List<String> paths = new ArrayList<>();
        write(folder, DUPLICATES, true, paths);
        write(folder, REJECTED, false, paths);
        return paths;
    }

    private void write(Path folder, String path, boolean duplicates, List<String> paths) throws IOException {
        boolean any = false;
        for (int i = 0; i < byId.length && !any; i++) {
            any = belongs(byId[i], duplicates);
        }
        if (!any) {
            return;
        }
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Compression.compress(Format.JSONL_GZ, Files.newOutputStream(file));
                JsonGenerator json = Json.mapper().getFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            for (int row : byId) {
                if (belongs(row, duplicates)) {
                    line(row, duplicates, json);
                }
            }
        }
        paths.add(path);
    }

    private boolean belongs(int row, boolean duplicates) {
        return !fates.kept(row) && fates.reason(row).isDuplicate() == duplicates;
    }

    private void line(int row, boolean duplicate, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", table.id(row));
        json.writeStringField("source", table.source(row));
        json.writeStringField("content_sha256", table.contentSha256(row).hex());
        json.writeStringField("reason", fates.word(row));
        if (duplicate) {
            int survivor = fates.survivor(row);
            json.writeStringField("survivor", table.id(survivor));
            json.writeStringField(
                    "survivor_content_sha256", table.contentSha256(survivor).hex());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
