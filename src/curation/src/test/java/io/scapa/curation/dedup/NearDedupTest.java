package io.scapa.curation.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.curation.plan.CellKey;
import io.scapa.curation.recipe.NearDedupSettings;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.DrawKey;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.statistics.SeededStreams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NearDedupTest {
    private static final NearDedupSettings SETTINGS = NearDedupSettings.standard();

    private record Doc(String id, String text, Pool pool) {}

    @Test
    void shinglesAreThoseOfTheWordsInLowerCase() {
        WordShingles two = new WordShingles(2);

        assertThat(two.of("Salt, wind; SALT wind"))
                .isEqualTo(two.of("salt wind salt\nwind"))
                .hasSize(2);
        assertThat(two.of("one")).hasSize(1).isNotEqualTo(two.of("two"));
        assertThat(two.of(" ... ")).isEmpty();
        assertThat(two.of("Größe und Länge")).isEqualTo(two.of("GRÖSSE".replace("SS", "ß") + " und LÄNGE"));
        assertThat(two.of("低背景钢")).as("each character a word").hasSize(3);
    }

    @Test
    void jaccardIsThatOfSets() {
        assertThat(WordShingles.jaccard(new long[] {1, 2, 3}, new long[] {2, 3, 4}))
                .isEqualTo(0.5);
        assertThat(WordShingles.jaccard(new long[0], new long[0])).isZero();
        RandomGenerator random = new SeededStreams(1).stream("sets", 0);
        for (int i = 0; i < 200; i++) {
            long[] a = random.longs(30, 0, 40).sorted().distinct().toArray();
            long[] b = random.longs(30, 0, 40).sorted().distinct().toArray();
            Set<Long> both = new HashSet<>(Arrays.stream(a).boxed().toList());
            both.retainAll(Arrays.stream(b).boxed().toList());
            Set<Long> either = new HashSet<>(Arrays.stream(a).boxed().toList());
            either.addAll(Arrays.stream(b).boxed().toList());
            assertThat(WordShingles.jaccard(a, b)).isEqualTo((double) both.size() / either.size());
        }
    }

    @Test
    void theShareOfEqualHashesEstimatesTheSimilarity() {
        NearDedupSettings single = new NearDedupSettings(0.8, 5, 600, 1, 10);
        BandHasher hasher = new BandHasher(single);
        RandomGenerator random = new SeededStreams(2).stream("minhash", 0);
        long[] a = random.longs(400).sorted().toArray();
        long[] b = a.clone();
        for (int i = 0; i < 100; i++) {
            b[i * 4] = random.nextLong();
        }
        Arrays.sort(b);
        int[] x = hasher.bands(a);
        int[] y = hasher.bands(b);
        int equal = 0;
        for (int i = 0; i < x.length; i++) {
            equal += x[i] == y[i] ? 1 : 0;
        }

        assertThat(equal / 600.0).isCloseTo(WordShingles.jaccard(a, b), within(0.08));
    }

    @Test
    void keepsTheScarcestAndPointsToIt() throws IOException {
        String text = words(new SeededStreams(3).stream("text", 0), 200);
        String near = text.replaceFirst(" \\w+$", " otherwise");

        assertThat(fates(List.of(
                        new Doc("model", text, Pool.CURRENT_MODEL),
                        new Doc("old", near, Pool.ORIGINAL_HUMAN),
                        new Doc("else", words(new SeededStreams(4).stream("text", 0), 200), Pool.FRESH_HUMAN))))
                .containsExactly(Map.entry("else", "kept"), Map.entry("model", "near old"), Map.entry("old", "kept"));
    }

    @Test
    void similarityIsNotChained() throws IOException {
        RandomGenerator random = new SeededStreams(5).stream("chain", 0);
        List<String> words = new ArrayList<>(List.of(words(random, 300).split(" ")));
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            docs.add(new Doc("d" + i, String.join(" ", words), Pool.FRESH_HUMAN));
            for (int w = 0; w < 25; w++) {
                words.set((i * 25 + w) % 300, "new" + i + "x" + w);
            }
        }
        Map<String, String> fates = fates(docs);
        WordShingles shingles = new WordShingles(5);
        Map<String, long[]> sets = new TreeMap<>();
        docs.forEach(doc -> sets.put(doc.id, shingles.of(doc.text)));

        assertThat(fates.values())
                .filteredOn("kept"::equals)
                .as("transitive closure would leave one")
                .hasSizeGreaterThan(3);
        fates.forEach((id, fate) -> {
            if (!fate.equals("kept")) {
                assertThat(WordShingles.jaccard(sets.get(id), sets.get(fate.substring(5))))
                        .isGreaterThanOrEqualTo(0.8);
            }
        });
    }

    @Test
    void neverDependsOnTheOrder() throws IOException {
        List<Doc> docs = planted(new SeededStreams(6).stream("docs", 0), 300);
        Map<String, String> expected = fates(docs);
        Random random = new Random(1);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(docs, random);
            assertThat(fates(docs)).isEqualTo(expected);
        }
    }

    @Test
    void findsPlantedCopiesAndNothingElse() throws IOException {
        assertRecallAndPrecision(3_000);
    }

    @Tag("long")
    @Test
    void findsPlantedCopiesAmongFiftyThousandDocuments() throws IOException {
        assertRecallAndPrecision(50_000);
    }

    /** The exact answer by an inverted index over all shingles: every pair that shares one is compared. */
    private static void assertRecallAndPrecision(int count) throws IOException {
        List<Doc> docs = planted(new SeededStreams(7).stream("docs", count), count);
        Map<String, String> fates = fates(docs);
        WordShingles shingles = new WordShingles(SETTINGS.words());
        Map<String, long[]> sets = new TreeMap<>();
        docs.forEach(doc -> sets.put(doc.id, shingles.of(doc.text)));
        Map<Long, List<String>> index = new java.util.HashMap<>();
        sets.forEach((id, set) -> Arrays.stream(set)
                .forEach(s -> index.computeIfAbsent(s, k -> new ArrayList<>()).add(id)));
        int redundant = 0;
        int found = 0;
        int dropped = 0;
        int right = 0;
        for (Doc doc : docs) {
            Set<String> others = new HashSet<>();
            for (long shingle : sets.get(doc.id)) {
                others.addAll(index.get(shingle));
            }
            others.remove(doc.id);
            boolean like = others.stream()
                    .anyMatch(o -> fates.get(o).equals("kept")
                            && WordShingles.jaccard(sets.get(doc.id), sets.get(o)) >= SETTINGS.jaccard());
            boolean out = !fates.get(doc.id).equals("kept");
            redundant += like ? 1 : 0;
            found += like && out ? 1 : 0;
            dropped += out ? 1 : 0;
            right += out
                            && WordShingles.jaccard(
                                            sets.get(doc.id),
                                            sets.get(fates.get(doc.id).substring(5)))
                                    >= SETTINGS.jaccard()
                    ? 1
                    : 0;
        }
        System.out.printf(
                "near dedup: %d documents, %d near copies, recall %.4f, precision %.4f%n",
                docs.size(), redundant, (double) found / redundant, (double) right / dropped);
        assertThat(redundant).isGreaterThan(docs.size() / 20);
        assertThat((double) found / redundant).isGreaterThanOrEqualTo(0.97);
        assertThat((double) right / dropped).isGreaterThanOrEqualTo(0.99);
    }

    /** A quarter are copies with a share of words replaced, so that their similarity lies around 0.8. */
    private static List<Doc> planted(RandomGenerator random, int count) {
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = words(random, 80 + random.nextInt(100));
            if (i > 0 && random.nextInt(4) == 0) {
                String[] copy = docs.get(random.nextInt(i)).text.split(" ");
                int changes = random.nextInt(5);
                for (int c = 0; c < changes; c++) {
                    copy[random.nextInt(copy.length)] = "changed" + random.nextInt();
                }
                text = String.join(" ", copy);
            }
            docs.add(new Doc("d" + i, text, Pool.values()[random.nextInt(4)]));
        }
        return docs;
    }

    private static String words(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append("w").append(random.nextInt(3000));
        }
        return text.toString();
    }

    private static Map<String, String> fates(List<Doc> docs) throws IOException {
        CandidateTable table = new CandidateTable();
        DrawKey draw = new DrawKey(new byte[] {1});
        BandTable bands = new BandTable(SETTINGS.bands());
        BandHasher hasher = new BandHasher(SETTINGS);
        WordShingles shingles = new WordShingles(SETTINGS.words());
        for (Doc doc : docs) {
            int row = table.add(new CandidateTable.Row(
                    doc.id,
                    ContentHash.ofCleanText(doc.text),
                    new long[] {1, table.size()},
                    draw.of(doc.id),
                    new int[] {0, 0, 0, 1_000_000},
                    0,
                    10,
                    new CellKey(doc.pool, 0, ""),
                    "s",
                    "r"));
            assertThat(row).isEqualTo(table.size() - 1);
            bands.add(hasher.bands(shingles.of(doc.text)));
        }
        Fates fates = new Fates(table.size());
        new NearDedup(table, SETTINGS, bands).drop(fates, (wanted, sink) -> {
            for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
                sink.text(row, docs.get(row).text);
            }
        });
        Map<String, String> words = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            words.put(
                    table.id(row),
                    fates.kept(row) ? "kept" : fates.reason(row).word() + " " + table.id(fates.survivor(row)));
        }
        return words;
    }
}
