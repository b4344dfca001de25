package io.scapa.cli.simulate;

import io.scapa.cli.InputException;
import io.scapa.cli.Terminal;
import io.scapa.cli.demo.SotuCorpus;
import io.scapa.provenance.Document;
import io.scapa.provenance.Mixture;
import io.scapa.simulation.text.TextCorpus;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a corpus that chains run over: files of documents, folders of exported datasets, or {@code sotu}, the
 * addresses of the catalogue. Of a dataset only human documents are read, by their pools: chains start from real text.
 *
 * @param name what reports call it
 * @param documents in the order of the files
 * @param mixture of the dataset, or null where there is none among the files
 */
record CorpusFiles(
        String name, List<Dated> documents, @Nullable Mixture mixture) {
    private static final String SOTU = "sotu";
    private static final double TRAINING_SHARE = 0.45;

    /** A text and when it was published, where that is known. */
    record Dated(String text, @Nullable Instant published) {}

    /**
     * Reads files.
     *
     * @throws InputException where there is no document in them
     */
    static CorpusFiles read(List<Path> files, Terminal terminal) throws IOException {
        List<Dated> documents = new ArrayList<>();
        Mixture mixture = null;
        for (Path file : files) {
            if (ExportedDataset.isOne(file)) {
                mixture = ExportedDataset.read(file, documents);
                continue;
            }
            if (file.toString().equals(SOTU) && !Files.exists(file)) {
                addresses(documents, terminal);
                continue;
            }
            try (DocumentReader reader = DocumentReader.open(file, ReadLimits.STANDARD)) {
                while (reader.hasNext()) {
                    if (reader.next() instanceof DocumentLine.Good good) {
                        Document document = good.document();
                        documents.add(new Dated(document.text(), document.publishedAt()));
                    }
                }
            }
        }
        if (documents.isEmpty()) {
            throw new InputException("no document could be read from " + files);
        }
        return new CorpusFiles(
                files.get(0).toAbsolutePath().normalize().getFileName().toString(), documents, mixture);
    }

    private static void addresses(List<Dated> documents, Terminal terminal) throws IOException {
        for (SotuCorpus.Section section : SotuCorpus.read(CataloguePackage.folder(SOTU, terminal))) {
            documents.add(new Dated(section.text(), Instant.parse("%04d-01-01T00:00:00Z".formatted(section.year()))));
        }
    }

    /** The texts, in the order of the files. */
    List<String> texts() {
        return documents.stream().map(Dated::text).toList();
    }

    /** Training tokens where the user names none: nearly half of the corpus. */
    int usualBudget() {
        return (int) Math.min(Integer.MAX_VALUE / 4, TRAINING_SHARE * TextCorpus.count(texts()));
    }

    /** Split at random by document. */
    TextCorpus split(int tokens, long seed) {
        return TextCorpus.of(name, texts(), tokens, seed);
    }

    /**
     * Split by time: trained on the oldest, held out the newest.
     *
     * @throws InputException where a document has no date
     */
    TextCorpus splitByTime(int tokens) {
        return TextCorpus.byTime(name, oldestFirst(), tokens);
    }

    /**
     * The texts by date.
     *
     * @throws InputException where a document has no date
     */
    List<String> oldestFirst() {
        long undated =
                documents.stream().filter(each -> each.published() == null).count();
        if (undated > 0) {
            throw new InputException("--by-time: a publishedAt is expected in every document, " + undated + " of "
                    + documents.size() + " have none");
        }
        return documents.stream()
                .sorted(Comparator.comparing(Dated::published))
                .map(Dated::text)
                .toList();
    }

    /** The texts in a random order. */
    List<String> shuffled(long seed) {
        return TextCorpus.shuffled(texts(), seed);
    }
}
