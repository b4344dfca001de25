package io.scapa.service.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.CollapseReport;
import io.scapa.provenance.Mixture;
import io.scapa.simulation.mixture.MixtureCollapse;
import io.scapa.text.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Curation's collapse check, answered by simulation; its figure is {@link MixtureCollapse#headline}'s upper limit. */
public final class MixtureStressTest implements CollapseCheck {
    @Override
    public CollapseReport check(Mixture mixture, long tokens, long documents, int generations, long seed) {
        MixtureCollapse collapse = MixtureCollapse.of(mixture, documents, tokens, generations, seed);
        ObjectNode report = Json.mapper().valueToTree(collapse);
        report.remove("charts");
        Map<String, String> charts = new LinkedHashMap<>();
        collapse.charts().forEach((name, svg) -> charts.put(name + ".svg", svg));
        return new CollapseReport(
                collapse.headline(generations).upper(), collapse.reading().getFirst(), report, charts);
    }
}
