package io.scapa.simulation.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.report.SimulationReport;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class PresetsTest {
    static List<String> names() {
        return Presets.names();
    }

    @Test
    void anUnknownPresetNamesTheKnownOnes() {
        assertThatThrownBy(() -> Presets.named("more-blog"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("'more-blog'")
                .hasMessageContaining("moore-blog, poly-blog");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPresetRunsAndReportsWithWellFormedCharts(String name) throws Exception {
        Preset preset = Presets.named(name);
        List<SimulationResult> results = new ArrayList<>();
        for (Scenario scenario : preset.scenarios()) {
            results.add(Simulation.run(scenario.withChains(Math.min(scenario.chains(), 16))));
        }
        SimulationReport report = SimulationReport.of(preset, results);
        assertThat(report.summary()).contains(preset.source(), preset.published(), "measured");
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(report.toJson())
                        .get("runs"))
                .hasSize(results.size());
        assertThat(report.charts()).isNotEmpty();
        for (String svg : report.charts().values()) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            assertThat(svg).contains("<title>").doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void theBlogsCorrectedClaimIsNotWhatItsCodeShows() {
        Preset preset = Presets.named("moore-blog");
        SimulationResult published = Simulation.run(preset.scenarios().get(0).withChains(4000));
        assertThat(published.crossedBy(0, 6) / 4000.0).isBetween(0.19, 0.25);
        assertThat(published.crossedBy(1, 6) / 4000.0).isBetween(0.13, 0.18);
    }
}
