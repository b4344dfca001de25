package io.scapa.curation;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.select.Selection;
import io.scapa.curation.shard.LineSpill;
import io.scapa.curation.shard.ShardLine;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IdIndex;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.util.Arrays;

/** The second pass: reads the chosen documents' texts and puts their lines at their places. */
final class Collector {
    private static final int REPORT_EVERY = 10_000;

    private final Recipe recipe;
    private final CandidateTable table;
    private final Selection selection;
    private final IdIndex index;
    private final int[] firstLine;
    private final int[] nextLine;

    Collector(Recipe recipe, Scan scan, Selection selection) {
        this.recipe = recipe;
        this.table = scan.table();
        this.selection = selection;
        this.firstLine = new int[table.size()];
        this.nextLine = new int[selection.lines()];
        Arrays.fill(firstLine, -1);
        int[] rows = new int[selection.documents()];
        int count = 0;
        for (int line = selection.lines() - 1; line >= 0; line--) {
            int row = selection.row(line);
            if (firstLine[row] < 0) {
                rows[count++] = row;
            }
            nextLine[line] = firstLine[row];
            firstLine[row] = line;
        }
        this.index = new IdIndex(table, rows);
    }

    void collect(CandidateSource source, LineSpill spill, Progress progress) throws IOException {
        ShardLine lines = new ShardLine(Json.mapper(), table, selection.lines() > selection.documents());
        RowReader reader = new RowReader(recipe);
        long seen = 0;
        try (CandidateSource.Cursor cursor = source.open()) {
            for (Candidate candidate = cursor.next(); candidate != null; candidate = cursor.next()) {
                int row = index.find(candidate.id());
                if (row >= 0 && isRow(candidate, row, reader)) {
                    put(candidate, row, lines, spill);
                }
                if (++seen % REPORT_EVERY == 0) {
                    CancelledException.check(progress, Progress.Stage.COLLECT);
                    progress.report(Progress.Stage.COLLECT, seen, table.size());
                }
            }
        }
        for (int line = 0; line < selection.lines(); line++) {
            if (!spill.has(line)) {
                throw new IOException(
                        "the candidates changed between two passes: document '" + table.id(selection.row(line))
                                + "' was there in the first and is missing or different in the second");
            }
        }
        progress.report(Progress.Stage.COLLECT, seen, seen);
    }

    /** Whether a candidate is the very row that was chosen, and not another sighting of its id. */
    private boolean isRow(Candidate candidate, int row, RowReader reader) {
        return candidate.contentSha256().equals(table.contentSha256(row))
                && candidate.source().equals(table.source(row))
                && candidate.release().equals(table.release(row))
                && candidate.tokens() == table.tokens(row)
                && Millionths.of(candidate.splitWithoutDate()) == table.split(row)
                && reader.cell(candidate).equals(table.cellKey(table.cell(row)))
                && samePools(candidate, row, reader);
    }

    private boolean samePools(Candidate candidate, int row, RowReader reader) {
        int[] pools = reader.pools(candidate);
        for (Pool pool : Pool.values()) {
            if (pools[pool.ordinal()] != table.pool(row, pool)) {
                return false;
            }
        }
        return true;
    }

    private void put(Candidate candidate, int row, ShardLine lines, LineSpill spill) throws IOException {
        String text = candidate.text().clean();
        if (!ContentHash.ofCleanText(text).equals(candidate.contentSha256())) {
            throw new IOException("document '" + candidate.id() + "': the text does not have the assessed hash "
                    + candidate.contentSha256());
        }
        for (int line = firstLine[row]; line >= 0; line = nextLine[line]) {
            spill.put(line, lines.bytes(candidate, text, row, selection.pass(line)));
        }
    }
}
