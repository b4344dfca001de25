package io.scapa.simulation.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Draw;
import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.preset.Material;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a scenario from YAML or JSON.
 *
 * <pre>{@code
 * name: my mix
 * family: {type: gaussian, estimator: unbiased}
 * regime: mixture
 * mixture: {alpha: 0.6, beta: 0.2, gamma: 0.1, eta: 0.1}
 * samples: 100
 * generations: 50
 * chains: 2000
 * seed: 1
 * treatment: {draw: iid, beta: previous-mixture, pool: 0}
 * crossings: [{observable: variance, below: 0.5}]
 * }</pre>
 */
public final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads one scenario.
     *
     * @param yamlOrJson the text; JSON is a form of YAML
     * @throws ScenarioException naming the field, or the line where the text itself is broken
     */
    public static Scenario read(String yamlOrJson) {
        return read(yamlOrJson, Material.NONE);
    }

    /**
     * Reads one scenario, on a corpus or pictures where its family is about them.
     *
     * @throws ScenarioException naming the field, also where the material is missing
     */
    public static Scenario read(String yamlOrJson, Material material) {
        try {
            JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(yamlOrJson);
            return read(root, material);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ScenarioException(
                    "line " + line,
                    "expected YAML or JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    /** Reads one scenario from a parsed tree. */
    public static Scenario read(JsonNode root) {
        return read(root, Material.NONE);
    }

    private static Scenario read(JsonNode root, Material material) {
        Fields fields = new Fields(root, "");
        String name = fields.text("name", "scenario");
        Family family = FamilyReader.read(fields.object("family"), material);
        Regime regime = fields.choice("regime", Regime.values(), Regime.REPLACE);
        MixtureSchedule mixture = mixture(fields, regime);
        Treatment treatment = fields.has("treatment") ? treatment(fields.object("treatment")) : Treatment.NONE;
        Scenario scenario = new Scenario(
                name,
                family,
                regime,
                mixture,
                treatment,
                fields.whole("samples", 100),
                fields.whole("generations", 50),
                fields.whole("chains", 1000),
                fields.longNumber("seed", 1),
                crossings(fields));
        fields.done();
        family.check(scenario);
        return scenario;
    }

    private static MixtureSchedule mixture(Fields fields, Regime regime) {
        if (!fields.has("mixture")) {
            if (regime == Regime.MIXTURE) {
                throw fields.fault("mixture", "the regime mixture needs alpha, beta, gamma and eta");
            }
            return MixtureSchedule.constant(1, 0, 0, 0);
        }
        if (regime != Regime.MIXTURE) {
            throw fields.fault(
                    "mixture",
                    "only the regime mixture reads it, got regime "
                            + regime.name().toLowerCase(java.util.Locale.ROOT));
        }
        Fields mixture = fields.object("mixture");
        MixtureSchedule schedule = schedule(mixture);
        mixture.done();
        return schedule;
    }

    private static MixtureSchedule schedule(Fields mixture) {
        if (mixture.has("schedule")) {
            List<Mixture> steps = new ArrayList<>();
            int i = 0;
            for (JsonNode step : mixture.node("schedule")) {
                Fields each = new Fields(step, "mixture.schedule[" + i++ + "]");
                steps.add(shares(each));
                each.done();
            }
            return new MixtureSchedule.Stepwise(steps);
        }
        if (mixture.has("mean")) {
            Fields mean = mixture.object("mean");
            Mixture shares = shares(mean);
            mean.done();
            return new MixtureSchedule.Random(shares, mixture.number("concentration", 100));
        }
        return new MixtureSchedule.Constant(shares(mixture));
    }

    private static Mixture shares(Fields fields) {
        try {
            return new Mixture(
                    fields.number("alpha", 0),
                    fields.number("beta", 0),
                    fields.number("gamma", 0),
                    fields.number("eta", 0));
        } catch (IllegalArgumentException e) {
            throw new ScenarioException("mixture", String.valueOf(e.getMessage()));
        }
    }

    private static Treatment treatment(Fields fields) {
        Treatment treatment = new Treatment(
                fields.choice("draw", Draw.values(), Draw.IID),
                fields.choice("beta", BetaMeaning.values(), BetaMeaning.PREVIOUS_MIXTURE),
                fields.whole("pool", 0),
                fields.has("handling") ? HandlingReader.read(fields.object("handling")) : Handling.NEUTRAL);
        fields.done();
        return treatment;
    }

    private static List<Crossing> crossings(Fields fields) {
        List<Crossing> crossings = new ArrayList<>();
        int i = 0;
        if (fields.has("crossings")) {
            for (JsonNode node : fields.node("crossings")) {
                Fields each = new Fields(node, "crossings[" + i++ + "]");
                boolean below = each.has("below");
                if (below == each.has("above")) {
                    throw each.fault("below", "expected either below or above");
                }
                crossings.add(
                        new Crossing(each.text("observable", ""), below, each.number(below ? "below" : "above", 0)));
                each.done();
            }
        }
        return crossings;
    }
}
