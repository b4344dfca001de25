package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ScapaHome;
import io.scapa.cli.ScapaRoot;
import io.scapa.cli.Terminal;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.curation.verify.VerificationReport;
import io.scapa.provenance.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the whole job once over HTTP: timeline, watermark, ingest, plan, dataset, verify, simulate, and a summary. */
@Command(description = "The whole job, end to end over HTTP, on the demo's corpus or on your documents.")
public final class DemoCommand implements Callable<Integer> {
    private static final String PRESET = "moore-blog";

    private final Terminal terminal;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the demo's database, corpus and datasets are kept; by default demo below SCAPA_HOME.")
    private @Nullable Path home;

    @Option(
            names = "--documents",
            paramLabel = "FILE",
            description = "Run on these documents (JSON lines, plain, .gz or .zst) instead of the demo's corpus.")
    private @Nullable Path documents;

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "Another recipe than the demo's; with --documents, than half of what there is.")
    private @Nullable Path recipe;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (documents != null && !Files.isReadable(documents)) {
            throw InputException.of(documents, "no such file, or not readable");
        }
        Path folder = (home == null
                        ? ScapaHome.of(terminal.environment()).resolve(documents == null ? "demo" : "demo-documents")
                        : home)
                .toAbsolutePath()
                .normalize();
        DemoCorpus corpus = documents == null
                ? DemoCorpus.in(
                        folder.resolve("corpus"),
                        ScapaHome.of(terminal.environment()).resolve("corpora"),
                        terminal)
                : new DemoCorpus(List.of(documents), false);
        say("starting the service with its own PostgreSQL under " + folder);
        try (ServiceProcess service = ServiceProcess.start(runner(), folder)) {
            say("the service listens on " + service.address() + " (process " + service.id() + ", log " + service.log()
                    + ")");
            return run(new DemoFlow(new ServiceClient(service.address()), terminal), corpus, folder);
        }
    }

    private int run(DemoFlow flow, DemoCorpus corpus, Path folder) throws IOException, InterruptedException {
        Instant cutoff = documents == null ? DemoCorpus.CUTOFF : Timeline.PRE_LLM_CUTOFF;
        flow.watermarkProfile(MarkedModel.profileJson());
        flow.timeline(cutoff, List.of(DemoCorpus.WRITER, MarkedModel.NAME), List.of(MarkedModel.PROFILE));
        IngestTally tally = flow.ingest(corpus.files());
        if (tally.documents() == 0) {
            tally.faults().forEach(terminal::warn);
            throw new InputException("none of the lines holds a document");
        }
        String wanted = recipe(corpus, tally);
        JsonNode plan = flow.plan(wanted);
        DemoSummary summary = new DemoSummary(terminal.out());
        summary.documents(tally, cutoff);
        if (!plan.path("feasible").asBoolean()) {
            summary.infeasible(plan);
            return ExitCode.FAILED;
        }
        Manifest manifest = flow.dataset(wanted);
        VerificationReport verification = DatasetVerifier.verify(manifest.folder());
        Path simulation = folder.resolve("simulation").resolve(PRESET);
        JsonNode simulated = flow.simulate(PRESET, simulation);
        summary.dataset(manifest, verification);
        summary.simulation(PRESET, simulated, simulation);
        if (documents == null && !corpus.hasHumanText()) {
            summary.withoutHumanText();
        }
        terminal.out().flush();
        return verification.ok() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String recipe(DemoCorpus corpus, IngestTally tally) throws IOException {
        if (recipe != null) {
            return Files.readString(recipe);
        }
        if (documents != null) {
            return HalfOfAll.recipe(tally);
        }
        return Files.readString(ScapaRoot.folder()
                .resolve("datasets/recipes")
                .resolve(corpus.hasHumanText() ? "demo.yaml" : "demo-without-human-text.yaml"));
    }

    private static Path runner() {
        String runner = System.getProperty("scapa.service", "");
        if (runner.isEmpty()) {
            throw new InputException("the demo is run by the launcher script: ./scapa demo");
        }
        return Path.of(runner);
    }

    private void say(String words) {
        terminal.out().println(words);
        terminal.out().flush();
    }
}
