package io.scapa.cli.curate;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.ExitCode;
import io.scapa.cli.InputException;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.Terminal;
import io.scapa.cli.batch.RejectedLines;
import io.scapa.curation.Curator;
import io.scapa.curation.EarlierDataset;
import io.scapa.curation.ExportOptions;
import io.scapa.curation.ExportResult;
import io.scapa.curation.Progress;
import io.scapa.curation.SideFiles;
import io.scapa.curation.dedup.Fates;
import io.scapa.curation.io.DocumentFiles;
import io.scapa.curation.manifest.Manifest;
import io.scapa.curation.manifest.PoolShare;
import io.scapa.curation.manifest.SourceLoss;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.sign.Attestation;
import io.scapa.curation.sign.SigningKeys;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a dataset to a recipe, or explains why these documents cannot give it. */
@Command(description = "Makes a dataset with its manifest to a recipe. What has no assessment is assessed.")
public final class CurateCommand implements Callable<Integer> {
    private static final int NAMED = 5;

    private final Terminal terminal;

    @Parameters(paramLabel = "RECIPE.yaml", description = "What is wanted; datasets/recipes holds examples.")
    private Path recipeFile = Path.of("recipe.yaml");

    @Mixin
    private CandidateOptions candidates = new CandidateOptions();

    @Option(names = "--explain", description = "Prints the plan and writes nothing.")
    private boolean explain;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "The dataset's folder; it must not exist yet. Or s3://bucket/prefix.")
    private @Nullable String target;

    @Option(
            names = "--accept-shortages",
            description = "Writes a dataset although the recipe cannot be met; the manifest says so.")
    private boolean acceptShortages;

    @Option(names = "--replace", description = "Replaces a dataset that is at DIR.")
    private boolean replace;

    @Option(
            names = "--earlier",
            paramLabel = "DIR",
            description = "An earlier dataset, of which as little as possible is changed.")
    private @Nullable Path earlier;

    @Option(
            names = "--sign-key",
            paramLabel = "FILE",
            description = "Signs the dataset with this Ed25519 key, PKCS #8 in PEM.")
    private @Nullable Path signKey;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    /** Writes to a terminal. */
    public CurateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = RecipeFile.read(recipeFile);
        if (target == null && !explain) {
            throw new InputException("where to? -o DIR is expected, or --explain");
        }
        Output output = target == null ? null : Output.at(target, terminal.environment());
        if (output != null && !explain) {
            output.requireFree(replace);
        }
        PrivateKey key = signKey == null ? null : SigningFiles.privateKey(signKey);
        EarlierDataset before = earlier == null ? null : earlier(earlier);
        Recipe wanted = before == null ? recipe : recipe.asRemixOf(before.manifestSha256());
        ExportOptions options = new ExportOptions(
                candidates.threads(), acceptShortages, replace || output != null && output.remote(), before);
        Path beside = output == null ? recipeFile : output.folder();
        try (RejectedLines rejected =
                new RejectedLines(terminal, candidates.strict(), output == null ? null : output.rejected())) {
            Curator curator = Curator.standard().with(candidates.audit(rejected));
            try (OpenCandidates open = candidates.open(recipe, beside, rejected, terminal)) {
                int code = explain || output == null
                        ? explain(curator, wanted, open.source(), options)
                        : export(curator, wanted, open.source(), output, options, key);
                open.done();
                rejected.report();
                return code;
            }
        }
    }

    private static EarlierDataset earlier(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
            throw InputException.of(folder, "the folder of an earlier dataset is expected, with its manifest.json");
        }
        return EarlierDataset.in(folder);
    }

    private int explain(Curator curator, Recipe recipe, DocumentFiles source, ExportOptions options)
            throws IOException {
        Curator.Explanation explanation = curator.explain(recipe, source, Progress.none(), options);
        terminal.out().println(explanation.plan().explain().strip());
        printDropped(terminal.out(), explanation.dropped());
        return explanation.plan().feasible() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int export(
            Curator curator,
            Recipe recipe,
            DocumentFiles source,
            Output output,
            ExportOptions options,
            @Nullable PrivateKey key)
            throws IOException {
        ExportResult result;
        try (ProgressLine line = new ProgressLine(terminal, "curating")) {
            Progress progress = (stage, done, total) -> line.share(
                    total > 0 ? (double) done / total : 0, stage.name().toLowerCase(Locale.ROOT));
            result = curator.export(recipe, source, output.folder(), new SimulatedCollapse(), progress, options);
        }
        return switch (result) {
            case ExportResult.Exported exported -> {
                if (key != null) {
                    Attestation.sign(exported.folder(), key, SigningKeys.publicKeyOf(key));
                }
                conflicts(exported);
                output.publish(replace);
                print(exported, output);
                yield ExitCode.DONE;
            }
            case ExportResult.Infeasible infeasible -> {
                terminal.warn("the recipe cannot be met with these documents\n"
                        + infeasible.plan().explain().strip());
                printDropped(terminal.err(), infeasible.dropped());
                yield ExitCode.FAILED;
            }
            case ExportResult.TooRisky risky -> {
                terminal.warn(risky.explanation());
                yield ExitCode.FAILED;
            }
        };
    }

    private static void printDropped(PrintStream to, Map<String, Long> dropped) {
        String reasons = dropped.entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining(", "));
        if (!reasons.isEmpty()) {
            to.println("put aside: " + reasons);
        }
    }

    /** Nobody can say which of two texts under one id is meant: all of them are left out, and named. */
    private void conflicts(ExportResult.Exported exported) throws IOException {
        long count = exported.manifest().dropped().getOrDefault(Fates.Reason.ID_CONFLICT.word(), 0L);
        if (count == 0) {
            return;
        }
        Set<String> ids = new TreeSet<>();
        try (LineReader lines = LineReader.open(exported.folder().resolve(SideFiles.REJECTED), ReadLimits.STANDARD)) {
            while (lines.hasNext() && ids.size() < NAMED) {
                if (lines.next() instanceof RawLine.Utf8 line) {
                    JsonNode json = Json.mapper().readTree(line.bytes());
                    if (json.path("reason").asText().equals(Fates.Reason.ID_CONFLICT.word())) {
                        ids.add(json.path("id").asText());
                    }
                }
            }
        }
        terminal.warn("%,d documents come under an id that another text has too, and are left out: %s%s; %s has all"
                .formatted(count, String.join(", ", ids), ids.size() < NAMED ? "" : ", ...", SideFiles.REJECTED));
    }

    private void print(ExportResult.Exported exported, Output output) {
        Manifest manifest = exported.manifest();
        terminal.out().println("%,d documents, %,d tokens".formatted(manifest.documents(), manifest.tokens()));
        for (PoolShare pool : manifest.realised().pools()) {
            terminal.out()
                    .println("  %-6s asked for %.3f, realised %.3f [%.3f, %.3f]"
                            .formatted(
                                    pool.pool().symbol(),
                                    pool.target(),
                                    pool.share(),
                                    pool.interval().lower(),
                                    pool.interval().upper()));
        }
        printDropped(terminal.out(), manifest.dropped());
        manifest.losses().stream()
                .filter(SourceLoss::alarm)
                .forEach(loss -> terminal.warn("%s lost %,d of %,d documents to filters and dedup"
                        .formatted(loss.source(), loss.lost(), loss.documents())));
        terminal.out().println("collapse: " + manifest.collapse().summary());
        terminal.out().println("dataset " + output);
    }
}
