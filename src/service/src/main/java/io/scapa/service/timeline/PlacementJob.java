package io.scapa.service.timeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scapa.service.assessing.Assessing;
import io.scapa.service.documents.PlacementWriter;
import io.scapa.service.jobs.JobHandler;
import io.scapa.service.jobs.JobOutcome;
import io.scapa.service.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Places the stored documents by the newest timeline. Stopped half-way it has done half; done again it does the rest. */
@ApplicationScoped
public class PlacementJob implements JobHandler {
    static final String KIND = "PLACEMENT";

    private final PlacementWriter placements;
    private final Assessing assessing;

    @Inject
    public PlacementJob(PlacementWriter placements, Assessing assessing) {
        this.placements = placements;
        this.assessing = assessing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobOutcome run(JobRun run) {
        long placed = placements.refresh(assessing.bench(), done -> run.report("PLACE", done, -1), run::cancelled);
        return new JobOutcome(JsonNodeFactory.instance.objectNode().put("documents", placed), () -> {});
    }
}
