package io.scapa.curation.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.plan.CellKey;
import io.scapa.curation.table.Bytes;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.DrawKey;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExactDedupTest {
    /** A document of the test. */
    private record Doc(String id, String text, Pool pool, int tokens, String source) {
        Doc(String id, String text, Pool pool) {
            this(id, text, pool, 10, "s");
        }
    }

    @Test
    void keepsTheDocumentOfTheScarcestPool() {
        Map<String, String> fates = fates(List.of(
                new Doc("a", "same", Pool.CURRENT_MODEL),
                new Doc("b", "same", Pool.PREVIOUS_GENERATION),
                new Doc("c", "same", Pool.ORIGINAL_HUMAN),
                new Doc("d", "same", Pool.FRESH_HUMAN),
                new Doc("e", "other", Pool.FRESH_HUMAN)));

        assertThat(fates)
                .containsExactly(
                        Map.entry("a", "exact c"),
                        Map.entry("b", "exact c"),
                        Map.entry("c", "kept"),
                        Map.entry("d", "exact c"),
                        Map.entry("e", "kept"));
    }

    @Test
    void theSurvivorNeverDependsOnTheOrder() {
        List<Doc> docs = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            docs.add(new Doc(
                    "d" + random.nextInt(380),
                    "text " + random.nextInt(120),
                    Pool.values()[random.nextInt(4)],
                    random.nextInt(12),
                    "s" + random.nextInt(2)));
        }
        Map<String, String> expected = fates(docs);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(docs, random);
            assertThat(fates(docs)).isEqualTo(expected);
        }
        assertThat(expected.values()).anyMatch(f -> f.startsWith("exact")).anyMatch(f -> f.startsWith("id-conflict"));
    }

    @Test
    void oneSurvivorPerText() {
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            docs.add(new Doc("d" + i, "text " + i % 70, Pool.values()[i % 4]));
        }

        assertThat(fates(docs).values()).filteredOn("kept"::equals).hasSize(70);
    }

    @Test
    void theSameIdWithAnotherTextPutsBothOut() {
        assertThat(fates(List.of(new Doc("a", "one", Pool.FRESH_HUMAN), new Doc("a", "two", Pool.FRESH_HUMAN))))
                .containsExactly(Map.entry("a", "id-conflict"));
    }

    @Test
    void theSameIdWithTheSameTextIsOneDocument() {
        CandidateTable table =
                table(List.of(new Doc("a", "one", Pool.FRESH_HUMAN), new Doc("a", "one", Pool.FRESH_HUMAN)));
        ExactDedup dedup = new ExactDedup(table);
        Fates fates = dedup.decide(dedup.byId());

        assertThat(fates.keptRows()).hasSize(1);
        int out = fates.kept(0) ? 1 : 0;
        assertThat(fates.reason(out)).isEqualTo(Fates.Reason.REPEATED);
    }

    @Test
    void emptyDocumentsAreOut() {
        assertThat(fates(List.of(new Doc("a", "", Pool.FRESH_HUMAN, 0, "s")))).containsExactly(Map.entry("a", "empty"));
    }

    private static Map<String, String> fates(List<Doc> docs) {
        CandidateTable table = table(docs);
        ExactDedup dedup = new ExactDedup(table);
        Fates fates = dedup.decide(dedup.byId());
        Map<String, String> words = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            String word = fates.kept(row)
                    ? "kept"
                    : fates.reason(row).word()
                            + (fates.reason(row).isDuplicate() ? " " + table.id(fates.survivor(row)) : "");
            words.merge(table.id(row), word, (a, b) -> a.equals("kept") || b.equals("kept") ? "kept" : a);
        }
        return words;
    }

    private static CandidateTable table(List<Doc> docs) {
        CandidateTable table = new CandidateTable();
        DrawKey draw = new DrawKey(new byte[] {1});
        for (Doc doc : docs) {
            ContentHash hash = ContentHash.ofCleanText(doc.text);
            byte[] bytes = HexFormat.of().parseHex(hash.hex());
            PoolProbabilities pools = new PoolProbabilities(
                    doc.pool == Pool.CURRENT_MODEL ? 1 : 0, doc.pool == Pool.PREVIOUS_GENERATION ? 1 : 0,
                    doc.pool == Pool.ORIGINAL_HUMAN ? 1 : 0, doc.pool == Pool.FRESH_HUMAN ? 1 : 0);
            table.add(new CandidateTable.Row(
                    doc.id,
                    hash,
                    new long[] {Bytes.longAt(bytes, 0), Bytes.longAt(bytes, 8)},
                    draw.of(doc.id),
                    Millionths.of(pools),
                    0,
                    doc.tokens,
                    new CellKey(doc.pool, 0, ""),
                    doc.source,
                    "r"));
        }
        return table;
    }
}
