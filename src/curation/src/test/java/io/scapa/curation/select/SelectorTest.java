package io.scapa.curation.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.plan.Cell;
import io.scapa.curation.plan.CellKey;
import io.scapa.curation.plan.PlannedCell;
import io.scapa.curation.plan.ShareBound;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.DrawKey;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.SeededStreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final CellKey A = new CellKey(Pool.ORIGINAL_HUMAN, 0, "");
    private static final CellKey B = new CellKey(Pool.FRESH_HUMAN, 0, "");
    private final byte[] key = "key".getBytes();

    /** A document of the test. */
    private record Doc(String id, CellKey cell, int tokens) {}

    @Test
    void drawsWhatSortingAllDocumentsWouldDraw() {
        for (int i = 0; i < 50; i++) {
            List<Doc> docs = docs(i, 300);
            long budget = 1 + new SeededStreams(i).stream("budget", 0).nextLong(90_000);
            assertThat(drawn(docs, budget, 5_000)).as("budget %d", budget).isEqualTo(bySorting(docs, budget, 5_000));
        }
    }

    @Test
    void missesTheBudgetOfACellByLessThanOneDocument() {
        List<Doc> docs = docs(3, 500);
        for (long budget = 100; budget < 60_000; budget += 997) {
            Selection selection = select(docs, budget, 0);
            int longest = docs.stream()
                    .filter(d -> d.cell == A)
                    .mapToInt(Doc::tokens)
                    .max()
                    .orElseThrow();
            long got = selection.tokensByCell().getOrDefault(A, 0L);
            assertThat(Math.abs(got - budget)).isLessThanOrEqualTo(longest / 2 + 1);
        }
    }

    @Test
    void aLargerBudgetDrawsASuperset() {
        List<Doc> docs = docs(4, 400);
        Set<String> smaller = Set.of();
        for (long budget = 500; budget < 90_000; budget += 1_500) {
            Set<String> larger = drawn(docs, budget, 0);
            assertThat(larger).containsAll(smaller);
            smaller = larger;
        }
        assertThat(smaller).isNotEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        List<Doc> docs = docs(5, 400);
        List<Doc> shuffled = new ArrayList<>(docs);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(lines(shuffled, 20_000)).isEqualTo(lines(docs, 20_000));
    }

    @Test
    void aDocumentLessChangesNothingButTheEnd() {
        List<Doc> docs = docs(6, 400);
        Set<String> whole = drawn(docs, 20_000, 0);
        List<Doc> less =
                docs.stream().filter(d -> !d.id.equals(whole.iterator().next())).toList();

        Set<String> kept = new TreeSet<>(drawn(less, 20_000, 0));
        kept.retainAll(whole);
        assertThat(kept).hasSizeGreaterThanOrEqualTo(whole.size() - 2);
    }

    @Test
    void repeatsWholePassesFirstAndThenAPrefix() {
        List<Doc> docs = docs(7, 100);
        long whole =
                docs.stream().filter(d -> d.cell == A).mapToLong(Doc::tokens).sum();

        Selection selection = select(docs, whole * 2 + whole / 2, 0);

        assertThat(selection.documents())
                .isEqualTo((int) docs.stream().filter(d -> d.cell == A).count());
        assertThat(IntStream.range(0, selection.lines())
                        .filter(i -> selection.pass(i) == 1)
                        .count())
                .isEqualTo(selection.documents());
        assertThat(IntStream.range(0, selection.lines())
                        .filter(i -> selection.pass(i) == 2)
                        .count())
                .isBetween(selection.documents() / 4L, selection.documents() * 3L / 4);
    }

    @Test
    void histogramsOfPartsAddUp() {
        BudgetHistogram whole = new BudgetHistogram();
        BudgetHistogram left = new BudgetHistogram();
        BudgetHistogram right = new BudgetHistogram();
        RandomGenerator random = new SeededStreams(8).stream("histogram", 0);
        for (int i = 0; i < 1000; i++) {
            long draw = random.nextLong();
            whole.add(draw, i);
            (i % 3 == 0 ? left : right).add(draw, i);
        }
        right.merge(left);

        assertThat(right.boundary(200_000)).isEqualTo(whole.boundary(200_000));
        assertThat(whole.boundary(10_000_000).bucket()).isEqualTo(BudgetHistogram.BUCKETS);
    }

    private List<Doc> docs(long seed, int count) {
        RandomGenerator random = new SeededStreams(seed).stream("docs", 0);
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            docs.add(new Doc(
                    "d" + i, random.nextInt(3) == 0 ? B : A, 1 + (int) Math.exp(3 + random.nextGaussian() * 1.5)));
        }
        return docs;
    }

    private CandidateTable table(List<Doc> docs) {
        CandidateTable table = new CandidateTable();
        DrawKey draw = new DrawKey(key);
        for (Doc doc : docs) {
            table.add(new CandidateTable.Row(
                    doc.id,
                    ContentHash.ofCleanText(doc.id),
                    new long[] {1, 2},
                    draw.of(doc.id),
                    new int[] {0, 0, 0, 1_000_000},
                    0,
                    doc.tokens,
                    doc.cell,
                    "s",
                    "r"));
        }
        return table;
    }

    private Selection select(List<Doc> docs, long budgetA, long budgetB) {
        return select(table(docs), budgetA, budgetB);
    }

    private Selection select(CandidateTable table, long budgetA, long budgetB) {
        int[] rows = IntStream.range(0, table.size()).toArray();
        return new Selector(table, rows).draw(List.of(planned(A, budgetA), planned(B, budgetB)));
    }

    private static PlannedCell planned(CellKey key, long tokens) {
        return new PlannedCell(
                new Cell(key, 1, 1, new PoolProbabilities(0, 0, 1, 0), ShareBound.exactly(0), ShareBound.exactly(0), 1),
                tokens);
    }

    private List<String> lines(List<Doc> docs, long budget) {
        CandidateTable table = table(docs);
        Selection selection = select(table, budget, budget);
        return IntStream.range(0, selection.lines())
                .mapToObj(i -> table.id(selection.row(i)))
                .toList();
    }

    private Set<String> drawn(List<Doc> docs, long budgetA, long budgetB) {
        CandidateTable table = table(docs);
        Selection selection = select(table, budgetA, budgetB);
        Set<String> ids = new TreeSet<>();
        IntStream.range(0, selection.lines()).forEach(i -> ids.add(table.id(selection.row(i))));
        return ids;
    }

    /** The obvious twin: sort, take the prefix whose sum lies nearest to the budget, the longer one on ties. */
    private Set<String> bySorting(List<Doc> docs, long budgetA, long budgetB) {
        Set<String> ids = new TreeSet<>();
        DrawKey draw = new DrawKey(key);
        for (CellKey cell : List.of(A, B)) {
            long budget = cell == A ? budgetA : budgetB;
            List<Doc> sorted = docs.stream()
                    .filter(d -> d.cell == cell)
                    .sorted(Comparator.comparing((Doc d) ->
                                    Long.toUnsignedString(draw.of(d.id), 16).length())
                            .thenComparing((a, b) -> Long.compareUnsigned(draw.of(a.id), draw.of(b.id))))
                    .toList();
            long best = budget;
            int take = 0;
            long sum = 0;
            long whole = sorted.stream().mapToLong(Doc::tokens).sum();
            for (int n = 1; n <= sorted.size() && budget < whole; n++) {
                sum += sorted.get(n - 1).tokens;
                if (Math.abs(sum - budget) <= best) {
                    best = Math.abs(sum - budget);
                    take = n;
                }
            }
            sorted.subList(0, budget >= whole ? sorted.size() : take).forEach(d -> ids.add(d.id));
        }
        return ids;
    }
}
