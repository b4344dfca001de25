package io.scapa.service.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.service.json.Fields;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.preset.Presets;
import io.scapa.simulation.scenario.ScenarioReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated: {@code {"preset": NAME}}, with {@code chains} and {@code seed} where they should differ, or a
 * scenario's own fields.
 *
 * @param preset whose scenarios these are, or null
 * @param scenarios what to run, in order
 */
record SimulationRequest(@Nullable Preset preset, List<Scenario> scenarios) {
    private static final String PRESET = "preset";
    private static final Set<String> PRESET_FIELDS = Set.of(PRESET, "chains", "seed", "generations");

    /** @throws ScenarioException naming the field */
    static SimulationRequest read(JsonNode body) {
        return body.has(PRESET)
                ? ofPreset((ObjectNode) body)
                : new SimulationRequest(null, List.of(ScenarioReader.read(body)));
    }

    private static SimulationRequest ofPreset(ObjectNode body) {
        Fields fields = Fields.of(body);
        fields.allowOnly(PRESET_FIELDS);
        String name = fields.text(PRESET);
        Integer chains = fields.optionalInteger("chains", 1, 100_000_000);
        Integer generations = fields.optionalInteger("generations", 1, 1_000_000);
        Integer seed = fields.optionalInteger("seed", Integer.MIN_VALUE, Integer.MAX_VALUE);
        fields.check();
        Preset preset = Presets.named(name);
        List<Scenario> scenarios = preset.scenarios().stream()
                .map(one -> chains == null ? one : one.withChains(chains))
                .map(one -> generations == null ? one : one.withGenerations(generations))
                .map(one -> seed == null ? one : one.withSeed(seed))
                .toList();
        return new SimulationRequest(preset, scenarios);
    }
}
