package io.scapa.statistics.prevalence.coverage;

import io.scapa.statistics.SeededStreams;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws pools of known truth and counts how often each limit holds. As a program it prints the tables of
 * docs/prevalence-coverage.md; arguments: runs (default 400) and documents in a pool (default 200000).
 */
public final class CoverageStudy {
    private static final double CONFIDENCE = 0.95;
    private static final double[] SHIFTS = {0, 0.5, 1};
    private static final double[] SHARES = {0.005, 0.02, 0.05, 0.10, 0.30};
    private static final int[] AUDITS = {10, 20, 50, 100, 200, 500};
    private static final int SMALL_POOL = 5_000;
    private static final int SMALL_POOL_FACTOR = 10;

    private final long seed;
    private final double confidence;

    /**
     * @param seed of all runs
     * @param confidence of the one-sided limits, in (0.5, 1)
     */
    public CoverageStudy(long seed, double confidence) {
        this.seed = seed;
        this.confidence = confidence;
    }

    /** Runs one scenario; every method sees the same pools and audits. */
    public Map<CoverageMethod, Coverage> run(CoverageScenario scenario, int runs, List<CoverageMethod> methods) {
        Map<CoverageMethod, double[]> slacks = new EnumMap<>(CoverageMethod.class);
        methods.forEach(method -> slacks.put(method, new double[runs]));
        for (int run = 0; run < runs; run++) {
            SimulatedPool pool = new SimulatedPool(scenario, new SeededStreams(seed).within("run", run));
            double truth = pool.truth();
            for (CoverageMethod method : methods) {
                double beyond = method.limit(pool, confidence) - truth;
                slacks.get(method)[run] = method.isLower() ? -beyond : beyond;
            }
        }
        Map<CoverageMethod, Coverage> coverage = new EnumMap<>(CoverageMethod.class);
        slacks.forEach((method, slack) -> coverage.put(method, summary(slack)));
        return coverage;
    }

    private static Coverage summary(double[] slack) {
        int held = (int) Arrays.stream(slack).filter(s -> s >= -1e-12).count();
        return new Coverage(held, slack.length, Arrays.stream(slack).average().orElse(0));
    }

    /** Prints the tables. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        int documents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        CoverageStudy study = new CoverageStudy(1, CONFIDENCE);
        out.println(study.byShift(runs, documents));
        out.println(study.bySizeOfAudit(SMALL_POOL_FACTOR * runs));
        out.println(study.byUnequalSizes(SMALL_POOL_FACTOR * runs));
    }

    /** The table of the reference: methods by shift of the calibration. */
    String byShift(int runs, int documents) {
        List<CoverageMethod> methods = Arrays.stream(CoverageMethod.values())
                .filter(m -> m != CoverageMethod.PPI_PROPORTIONAL)
                .toList();
        Table table = new Table("method", "no shift", "logit shift sd 0.5", "sd 1.0");
        Map<CoverageMethod, String[]> rows = new EnumMap<>(CoverageMethod.class);
        methods.forEach(method -> rows.put(method, new String[SHIFTS.length]));
        for (int s = 0; s < SHIFTS.length; s++) {
            int column = s;
            run(CoverageScenario.reference(documents, SHIFTS[s]), runs, methods)
                    .forEach((method, coverage) -> rows.get(method)[column] = coverage.cell());
        }
        rows.forEach((method, cells) -> table.row(method.title(), cells));
        return table.toString();
    }

    /** The shipped limit by share and audited documents, beside the paper's. */
    String bySizeOfAudit(int runs) {
        List<CoverageMethod> methods = List.of(CoverageMethod.PPI_SHIPPED, CoverageMethod.PPI_TUNED_NORMAL);
        Table table = new Table(
                "audited",
                Arrays.stream(SHARES).mapToObj(s -> "share " + 100 * s + "%").toArray(String[]::new));
        for (int audited : AUDITS) {
            String[] cells = new String[SHARES.length];
            for (int i = 0; i < SHARES.length; i++) {
                CoverageScenario scenario =
                        CoverageScenario.reference(SMALL_POOL, 0.5).with(SHARES[i], audited);
                Map<CoverageMethod, Coverage> coverage = run(scenario, runs, methods);
                cells[i] = coverage.get(CoverageMethod.PPI_SHIPPED).cell() + "; normal "
                        + coverage.get(CoverageMethod.PPI_TUNED_NORMAL).cell();
            }
            table.row(Integer.toString(audited), cells);
        }
        return table.toString();
    }

    /** Shares of tokens, documents of log-normal length. */
    String byUnequalSizes(int runs) {
        List<CoverageMethod> methods =
                List.of(CoverageMethod.PPI_TUNED_NORMAL, CoverageMethod.PPI_SHIPPED, CoverageMethod.PPI_PROPORTIONAL);
        Table table = new Table(
                "synthetic documents are",
                methods.stream().map(CoverageMethod::title).toArray(String[]::new));
        Map<String, CoverageScenario> scenarios = new LinkedHashMap<>();
        scenarios.put("half as long", unequal(0.02, 0.30, 1, -0.7));
        scenarios.put("as long", unequal(0.02, 0.30, 1, 0));
        scenarios.put("twice as long", unequal(0.02, 0.30, 1, 0.7));
        scenarios.put("4.5 times as long", unequal(0.02, 0.30, 1, 1.5));
        scenarios.put("4.5 times as long, 2% of documents, lengths of a class alike", unequal(0.02, 0.02, 0.5, 1.5));
        scenarios.forEach((name, scenario) -> {
            Map<CoverageMethod, Coverage> coverage = run(scenario, runs, methods);
            table.row(name, methods.stream().map(m -> coverage.get(m).cell()).toArray(String[]::new));
        });
        return table.toString();
    }

    private static CoverageScenario unequal(double least, double most, double spread, double lift) {
        return new CoverageScenario(least, most, SMALL_POOL, 2.4, 0.5, 200, spread, lift);
    }

    /** A Markdown table. */
    private static final class Table {
        private final StringBuilder text = new StringBuilder();

        Table(String first, String... columns) {
            row(first, columns);
            text.append("|---".repeat(columns.length + 1)).append("|\n");
        }

        void row(String first, String... cells) {
            text.append("| ")
                    .append(first)
                    .append(" | ")
                    .append(String.join(" | ", cells))
                    .append(" |\n");
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
