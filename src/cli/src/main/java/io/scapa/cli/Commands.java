package io.scapa.cli;

import io.scapa.cli.calibrate.CalibrateCommand;
import io.scapa.cli.curate.AuditImportCommand;
import io.scapa.cli.curate.AuditSampleCommand;
import io.scapa.cli.curate.CompareFiltersCommand;
import io.scapa.cli.curate.CurateCommand;
import io.scapa.cli.curate.ImpactCommand;
import io.scapa.cli.curate.SchemaCommand;
import io.scapa.cli.curate.VerifyCommand;
import io.scapa.cli.datasets.DatasetsFetchCommand;
import io.scapa.cli.datasets.DatasetsListCommand;
import io.scapa.cli.demo.DemoCommand;
import io.scapa.cli.evaluate.EvaluateCommand;
import io.scapa.cli.prevalence.PrevalenceCommand;
import io.scapa.cli.score.ScoreCommand;
import io.scapa.cli.simulate.ClaimsCommand;
import io.scapa.cli.simulate.CorpusCommand;
import io.scapa.cli.simulate.FrontierCommand;
import io.scapa.cli.simulate.SimulateCommand;
import io.scapa.cli.train.TrainCommand;
import io.scapa.cli.watermark.WatermarkDetectCommand;
import io.scapa.cli.watermark.WatermarkListCommand;
import io.scapa.cli.watermark.WatermarkPowerCommand;
import java.util.List;

/** Every command, in the order in which help lists them. A new command is one class and one line here. */
final class Commands {
    private Commands() {}

    static List<CliCommand> all() {
        return List.of(
                new CliCommand("demo", "the whole job, end to end over HTTP, on the demo's corpus", DemoCommand::new),
                CliCommand.ofLauncher("test", "everything that CI runs"),
                CliCommand.ofLauncher("serve", "the service on :8080, loopback only until a key exists"),
                new CliCommand("score", "assessments of documents, as JSON lines", ScoreCommand::new),
                new CliCommand("evaluate", "AUROC and true positive rates on labelled files", EvaluateCommand::new),
                new CliCommand("train", "a model and its card from labelled files", TrainCommand::new),
                new CliCommand("calibrate", "thresholds set on human text of your own", CalibrateCommand::new),
                new CliCommand("watermark list", "watermark schemes and profiles", WatermarkListCommand::new),
                new CliCommand("watermark detect", "tests documents for watermarks", WatermarkDetectCommand::new),
                new CliCommand(
                        "watermark power", "the tokens that a watermark's test needs", WatermarkPowerCommand::new),
                new CliCommand("prevalence", "share of synthetic text with an interval", PrevalenceCommand::new),
                new CliCommand("curate", "a dataset with its manifest, to a recipe", CurateCommand::new),
                new CliCommand("verify", "re-checks every hash, count and share of a dataset", VerifyCommand::new),
                new CliCommand("audit sample", "draws documents of each pool to label", AuditSampleCommand::new),
                new CliCommand("audit import", "takes the labels in", AuditImportCommand::new),
                new CliCommand("impact", "which datasets break their limit under another release", ImpactCommand::new),
                new CliCommand("schema", "the JSON Schema of recipes or manifests", SchemaCommand::new),
                new CliCommand(
                        "compare-filters",
                        "the recipe's filters next to another tool's output",
                        CompareFiltersCommand::new),
                new CliCommand("simulate", "simulates model collapse: a preset or a scenario", SimulateCommand::new),
                new CliCommand("simulate-corpus", "what mixtures do to your own documents", CorpusCommand::new),
                new CliCommand("claims", "checks published claims about collapse", ClaimsCommand::new),
                new CliCommand("frontier", "how much model output is safe", FrontierCommand::new),
                new CliCommand("datasets list", "the catalogue of public corpora", DatasetsListCommand::new),
                new CliCommand("datasets fetch", "fetches a corpus of the catalogue", DatasetsFetchCommand::new));
    }
}
