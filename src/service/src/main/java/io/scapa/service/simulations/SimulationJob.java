package io.scapa.service.simulations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.service.jobs.JobHandler;
import io.scapa.service.jobs.JobOutcome;
import io.scapa.service.jobs.JobRun;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.report.SimulationReport;
import io.scapa.text.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Runs a simulation. */
@ApplicationScoped
public class SimulationJob implements JobHandler {
    static final String KIND = "SIMULATION";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        SimulationRequest request = QuarkusTransaction.requiringNew()
                .call(() -> SimulationRequest.read(
                        SimulationRow.require(run.subject().toString()).scenario));
        List<SimulationResult> results = new ArrayList<>();
        for (Scenario scenario : request.scenarios()) {
            results.add(Simulation.run(scenario, (done, total) -> {
                run.report(scenario.name(), done, total);
                return !run.cancelled();
            }));
            run.check();
        }
        SimulationReport report = request.preset() == null
                ? SimulationReport.of(results.getFirst())
                : SimulationReport.of(request.preset(), results);
        return outcome(run, report);
    }

    private static JobOutcome outcome(JobRun run, SimulationReport report) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("summary", report.summary());
        report.charts().keySet().forEach(result.putArray("charts")::add);
        return new JobOutcome(result, () -> {
            SimulationRow row = SimulationRow.require(run.subject().toString());
            row.report = report.toJson();
            row.summary = report.summary();
            row.charts = Json.mapper().valueToTree(report.charts());
        });
    }
}
