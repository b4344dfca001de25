package io.scapa.cli.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.InputException;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.decision.Definition;
import io.scapa.simulation.decision.DetectorValue;
import io.scapa.simulation.decision.ExchangeRate;
import io.scapa.simulation.decision.MixFrontier;
import io.scapa.text.json.Json;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what decisions rest on, and gathers the same numbers as JSON. */
final class FrontierNumbers {
    private final PrintStream out;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    FrontierNumbers(PrintStream out) {
        this.out = out;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    /** @param known what is known of the share of model output, or null */
    void frontier(MixFrontier frontier, @Nullable AlphaPosterior known) {
        String event = frontier.definition().label() + " generation " + frontier.generations();
        line(
                "Largest share of model output with P(%s) <= %s, with its 95%% band, and the real rows per generation that"
                        + " are left:",
                event, frontier.limit());
        json.put("definition", frontier.definition().label())
                .put("generations", frontier.generations())
                .put("risk", frontier.limit());
        ArrayNode points = json.putArray("frontier");
        for (MixFrontier.Point point : frontier.points()) {
            line(
                    "  M = %-6d alpha <= %.3f  [%.3f, %.3f]   %.1f real rows",
                    point.rows(), point.alpha(), point.lower(), point.upper(), point.realRows());
            ObjectNode node = points.addObject()
                    .put("rows", point.rows())
                    .put("alpha", point.alpha())
                    .put("lower", point.lower())
                    .put("upper", point.upper())
                    .put("realRows", point.realRows());
            if (known != null) {
                double[] inside = frontier.chanceInside(point.rows(), known.draws());
                line(
                        "             chance that this pool is inside: %.1f%%  [%.1f%%, %.1f%%]",
                        100 * inside[1], 100 * inside[0], 100 * inside[2]);
                node.put("chanceInside", inside[1])
                        .put("chanceInsideLower", inside[0])
                        .put("chanceInsideUpper", inside[2]);
            }
        }
        ArrayNode grid = json.putArray("grid");
        for (Definition.Risk risk : frontier.grid()) {
            grid.addObject()
                    .put("rows", risk.rows())
                    .put("alpha", risk.alpha())
                    .put("probability", risk.probability())
                    .put("lower", risk.lower())
                    .put("upper", risk.upper());
        }
    }

    /** @param rates true positive rate, false positive rate, and that on rare rows where it is another */
    void detector(Definition event, int[] rows, double alpha, double[] rates, double risk, int chains, long seed) {
        if (rates.length < 2 || rates.length > 3) {
            throw new InputException("--detector: expected TPR,FPR or TPR,FPR,RARE, got " + rates.length + " numbers");
        }
        double rare = rates[rates.length - 1];
        line(
                "A detector of TPR %s, FPR %s, %s on rare rows, at alpha = %s: generations until the risk passes %s",
                rates[0], rates[1], rare, alpha, risk);
        ArrayNode values = json.putArray("detector");
        for (int m : rows) {
            for (Action action : new Action[] {Action.REFILL, Action.SHRINK}) {
                Detector detector = new Detector(rates[0], rates[1], rare, action, 1);
                DetectorValue value = DetectorValue.of(event, alpha, m, detector, risk, chains, seed);
                line(
                        "  M = %-6d %-7s without %s, with %s; alpha becomes %.3f on %d rows%s",
                        m,
                        action.name().toLowerCase(Locale.ROOT),
                        generations(value.generationsWithout()),
                        generations(value.generationsWith()),
                        value.alphaEffective(),
                        value.rowsLeft(),
                        worth(value));
                values.addObject()
                        .put("rows", m)
                        .put("action", action.name().toLowerCase(Locale.ROOT))
                        .put("alpha", alpha)
                        .put("alphaEffective", value.alphaEffective())
                        .put("rowsLeft", value.rowsLeft())
                        .put("generationsWithout", value.generationsWithout())
                        .put("generationsWith", value.generationsWith())
                        .put("horizon", DetectorValue.horizon())
                        .put("freshRowsWorth", value.freshRowsWorth());
            }
        }
    }

    private static String worth(DetectorValue value) {
        return Double.isNaN(value.freshRowsWorth())
                ? ""
                : ": worth %.1f fresh rows a generation".formatted(value.freshRowsWorth());
    }

    private static String generations(int count) {
        return count >= DetectorValue.horizon() ? count + " or more" : Integer.toString(count);
    }

    /** @param poolAndShare rows of the pool, share of rows drawn from it */
    void exchange(int[] rows, double[] poolAndShare, int chains, long seed) {
        if (poolAndShare.length != 2 || poolAndShare[0] < 2 || !(poolAndShare[1] > 0 && poolAndShare[1] < 1)) {
            throw new InputException("--reused: expected POOL,SHARE, a pool of at least 2 rows and a share in (0, 1)");
        }
        int pool = (int) poolAndShare[0];
        line("Rows out of a pool of %d originals, %s of each generation, against fresh ones:", pool, poolAndShare[1]);
        ArrayNode rates = json.putArray("exchange");
        for (int m : rows) {
            ExchangeRate rate = ExchangeRate.of(pool, m, poolAndShare[1], chains, seed);
            line(
                    "  M = %-6d error %.5f; a fresh share of %.4f has the same: one fresh row is worth %.2f reused",
                    m, rate.error(), rate.freshShare(), rate.reusedPerFresh());
            rates.addObject()
                    .put("rows", m)
                    .put("pool", pool)
                    .put("reusedShare", rate.reusedShare())
                    .put("error", rate.error())
                    .put("freshShare", rate.freshShare())
                    .put("reusedPerFresh", rate.reusedPerFresh());
        }
    }

    String json() throws JsonProcessingException {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
