package io.scapa.simulation.family.rows;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.family.Shares;
import io.scapa.simulation.random.ChainRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers a generation's rows from the pools, hands them through detectors, selection, duplication and weights, and fits
 * the next model: the engine room of every family that has rows. Literal rather than fast: every row is drawn and kept.
 */
public final class RowGatherer {
    private final RowLearner learner;
    private final Scenario scenario;
    private final Handling handling;
    private final ChainRandom random;
    private final int width;
    private final RowModel truth;
    private final List<RowModel> models = new ArrayList<>();
    private final List<Mixture> mixtures = new ArrayList<>();
    private final int[] counts = new int[4];
    private final double[] pool;
    private final RowStore stored;
    private RowStore data;

    /** Numbers that a chain may hold: beyond this, rows that accumulate are taken for a slip. */
    private static final long MOST_KEPT = 200_000_000;

    /**
     * Fails where a scenario cannot be gathered row by row.
     *
     * @param family what errors call it
     * @throws ScenarioException naming the field
     */
    public static void require(String family, int width, int leastRows, Scenario scenario) {
        boolean keeps = scenario.regime() == Regime.ACCUMULATE || scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE;
        long kept = (long) scenario.samples() * width * (keeps ? scenario.generations() : 1);
        if (kept > MOST_KEPT) {
            throw new ScenarioException(
                    "samples",
                    family + " keeps every row here: expected at most " + MOST_KEPT + " numbers in a chain, got "
                            + kept);
        }
        int pool = scenario.treatment().pool();
        if (pool > 0 && (pool < leastRows || scenario.regime() != Regime.MIXTURE)) {
            throw new ScenarioException(
                    "pool",
                    family + " takes a fixed pool under the regime mixture, of at least " + leastRows + " rows, got "
                            + pool + " under "
                            + scenario.regime().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** A chain at generation 0. */
    public RowGatherer(RowLearner learner, Scenario scenario, ChainRandom random) {
        this.learner = learner;
        this.scenario = scenario;
        this.handling = scenario.treatment().handling();
        this.random = random;
        width = learner.width();
        truth = learner.truth();
        pool = new double[scenario.treatment().pool() * width];
        stored = new RowStore(width, 16);
        data = new RowStore(width, scenario.samples());
    }

    /** Gathers the next data set and returns its fit. */
    public RowModel next() {
        RowStore previous = data;
        data = new RowStore(width, scenario.samples());
        if (models.isEmpty()) {
            gatherFirst();
        } else {
            gather(previous);
        }
        keepAll();
        duplicate();
        RowModel model = learner.fit(data.rows(), weights(), data.count(), random);
        models.add(model);
        return model;
    }

    private void gatherFirst() {
        int rows = pool.length > 0 ? pool.length / width : scenario.samples();
        for (int i = 0; i < rows; i++) {
            truth.sample(data.rows(rows), data.place(), random, 1);
            data.added(false);
        }
        System.arraycopy(data.rows(), 0, pool, 0, pool.length);
    }

    private void gather(RowStore previous) {
        int wanted = scenario.samples();
        int drawn = 0;
        Action action = handling.detector() == null
                ? Action.SHRINK
                : handling.detector().action();
        do {
            int round = wanted - (action == Action.REFILL ? data.count() : 0);
            drawRound(round, previous);
            drawn += round;
        } while (action == Action.REFILL && data.count() < wanted && drawn < 200 * wanted);
        if (data.count() < learner.leastRows()) {
            // A detector that leaves nothing to train on leaves the last model's data in place.
            data = previous;
        }
        if (handling.detector() != null && action == Action.RESAMPLE) {
            resample();
        }
    }

    private void drawRound(int rows, RowStore previous) {
        if (scenario.regime() != Regime.MIXTURE) {
            for (int i = 0; i < rows; i++) {
                keep(() -> synthetic(models.size() - 1), true);
            }
            return;
        }
        Mixture mixture = scenario.mixture().at(models.size(), random);
        if (mixtures.size() < models.size()) {
            mixtures.add(mixture);
        }
        Shares.divide(mixture, scenario.treatment().draw(), rows, random, counts);
        int[] division = counts.clone();
        for (int i = 0; i < division[Shares.ALPHA]; i++) {
            keep(() -> synthetic(models.size() - 1), true);
        }
        for (int i = 0; i < division[Shares.BETA]; i++) {
            beta(previous);
        }
        for (int i = 0; i < division[Shares.GAMMA]; i++) {
            keep(this::original, false);
        }
        for (int i = 0; i < division[Shares.ETA]; i++) {
            boolean copied = handling.contamination() > 0 && random.nextDouble() < handling.contamination();
            keep(copied ? () -> synthetic(models.size() - 1) : this::fresh, copied);
        }
    }

    private void beta(RowStore previous) {
        BetaMeaning meaning = scenario.treatment().beta();
        switch (meaning) {
            case LATEST_MODEL -> keep(() -> synthetic(models.size() - 1), true);
            case PREVIOUS_MODEL -> keep(() -> synthetic(models.size() - 2), models.size() > 1);
            case STORED_ROWS -> {
                boolean kept = scenario.treatment().draw() == Draw.QUOTA;
                int row = kept ? previous.takeOne(random) : random.nextInt(previous.count());
                keep(
                        () -> System.arraycopy(
                                previous.rows(), row * width, data.rows(data.count() + 1), data.place(), width),
                        previous.synthetic(row));
            }
            case PREVIOUS_MIXTURE -> walkBack();
        }
    }

    /** A row of the previous mixture: picks again among its pools, and so on back to the first data set. */
    private void walkBack() {
        for (int n = models.size() - 1; n >= 1; n--) {
            Shares.divide(mixtures.get(n - 1), Draw.IID, 1, random, counts);
            if (counts[Shares.ALPHA] == 1) {
                int model = n - 1;
                keep(() -> synthetic(model), true);
                return;
            }
            if (counts[Shares.BETA] == 0) {
                break;
            }
        }
        keep(this::original, false);
    }

    private void synthetic(int model) {
        if (model < 0) {
            truth.sample(data.rows(data.count() + 1), data.place(), random, 1);
            return;
        }
        double[] rows = data.rows(data.count() + 1);
        int at = data.place();
        models.get(model).sample(rows, at, random, handling.samplingBias());
        if (handling.bestOf() > 1) {
            double[] best = new double[width];
            double[] candidate = new double[width];
            System.arraycopy(rows, at, best, 0, width);
            for (int k = 1; k < handling.bestOf(); k++) {
                models.get(model).sample(candidate, 0, random, handling.samplingBias());
                if (learner.reward(candidate, 0) > learner.reward(best, 0)) {
                    System.arraycopy(candidate, 0, best, 0, width);
                }
            }
            System.arraycopy(best, 0, rows, at, width);
        }
    }

    private void original() {
        if (pool.length > 0) {
            int row = random.nextInt(pool.length / width);
            System.arraycopy(pool, row * width, data.rows(data.count() + 1), data.place(), width);
        } else {
            truth.sample(data.rows(data.count() + 1), data.place(), random, 1);
        }
    }

    private void fresh() {
        double[] rows = data.rows(data.count() + 1);
        truth.sample(rows, data.place(), random, 1);
        if (handling.drift() != 0) {
            learner.drift(rows, data.place(), handling.drift() * models.size());
        }
    }

    /** Draws a row into the next place and keeps it unless a dropping detector flags it. */
    private void keep(Runnable draw, boolean synthetic) {
        draw.run();
        Handling.Detector detector = handling.detector();
        boolean drops = detector != null && detector.action() != Action.RESAMPLE;
        if (!drops || random.nextDouble() >= flagged(detector, synthetic, data.rows(), data.place())) {
            data.added(synthetic);
        }
    }

    private double flagged(Handling.Detector detector, boolean synthetic, double[] rows, int at) {
        if (synthetic) {
            return detector.truePositiveRate();
        }
        return learner.rare(rows, at) ? detector.tailFalsePositiveRate() : detector.falsePositiveRate();
    }

    private void resample() {
        Handling.Detector detector = java.util.Objects.requireNonNull(handling.detector());
        double[] cumulative = new double[data.count()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            boolean flag = random.nextDouble() < flagged(detector, data.synthetic(i), data.rows(), i * width);
            sum += flag ? 1 : detector.bias();
            cumulative[i] = sum;
        }
        RowStore chosen = new RowStore(width, scenario.samples());
        for (int i = 0; i < scenario.samples(); i++) {
            int row = java.util.Arrays.binarySearch(cumulative, random.nextDouble() * sum);
            chosen.copy(data, Math.min(cumulative.length - 1, row < 0 ? -row - 1 : row));
        }
        data = chosen;
    }

    private void keepAll() {
        if (scenario.regime() == Regime.ACCUMULATE || scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE) {
            for (int i = 0; i < data.count(); i++) {
                stored.copy(data, i);
            }
            data = new RowStore(width, stored.count());
            int wanted = scenario.regime() == Regime.ACCUMULATE
                    ? stored.count()
                    : Math.min(scenario.samples(), stored.count());
            stored.subsample(wanted, data, random);
        }
    }

    private void duplicate() {
        int copies = (int) Math.round(handling.duplicates() * data.count());
        int kept = data.count() - copies;
        for (int i = 0; i < copies && kept > 0; i++) {
            data.overwrite(kept + i, random.nextInt(kept));
        }
    }

    private double @org.jspecify.annotations.Nullable [] weights() {
        if (Double.isNaN(handling.realWeight())) {
            return null;
        }
        int real = 0;
        for (int i = 0; i < data.count(); i++) {
            real += data.synthetic(i) ? 0 : 1;
        }
        if (real == 0 || real == data.count()) {
            return null;
        }
        double[] weights = new double[data.count()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = data.synthetic(i)
                    ? (1 - handling.realWeight()) / (data.count() - real)
                    : handling.realWeight() / real;
        }
        return weights;
    }
}
