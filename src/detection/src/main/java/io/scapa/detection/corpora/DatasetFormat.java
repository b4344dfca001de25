package io.scapa.detection.corpora;

import io.scapa.detection.training.LabelledDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A layout in which labelled texts are published. Files stream: one row is in memory at a time, one file of Ghostbuster's. */
public enum DatasetFormat {
    /** RAID (Dugan et al., ACL 2024): {@code train.csv}, {@code extra.csv}; one generation a row. */
    RAID(new RaidFormat()),
    /** MAGE (Li et al., ACL 2024): {@code train.csv, valid.csv, test.csv} with text, label (1 is human) and src. */
    MAGE(new MageFormat()),
    /** HC3 (Guo et al., 2023): a question a line, with lists of human and of ChatGPT's answers. */
    HC3(new Hc3Format()),
    /** M4 (Wang et al., EACL 2024): {@code DOMAIN_MODEL.jsonl}, a human and a machine text a line. */
    M4(new M4Format()),
    /** DetectRL (Wu et al., NeurIPS 2024): {@code *_train.json, *_test.json}, one array of texts with labels. */
    DETECTRL(new DetectRlFormat()),
    /** Ghostbuster (Verma et al., NAACL 2024): folders {@code DOMAIN/WRITER/[AUTHOR/]N.txt}, one text a file. */
    GHOSTBUSTER(new GhostbusterFormat());

    /** How one layout is known and read. */
    interface Layout {
        /** Whether a file is of this layout, by its name and its first bytes. */
        boolean matches(Path file) throws IOException;

        /** Reads a file; bad input is an IllegalArgumentException that names file and line. */
        void read(Path file, Consumer<LabelledDocument> sink) throws IOException;
    }

    private final Layout layout;

    DatasetFormat(Layout layout) {
        this.layout = layout;
    }

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(DatasetFormat::label).toList();
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException where none has it
     */
    public static DatasetFormat named(String label) {
        return Arrays.stream(values())
                .filter(f -> f.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no format is called " + label + "; known: auto, scapa, " + String.join(", ", labels())));
    }

    /** The format that a file shows, if any. */
    public static Optional<DatasetFormat> of(Path file) {
        return Arrays.stream(values()).filter(f -> f.matches(file)).findFirst();
    }

    /** Whether a file looks like this format. */
    public boolean matches(Path file) {
        try {
            return layout.matches(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException where it does not hold what the format promises; names file and line
     */
    public void read(Path file, Consumer<LabelledDocument> sink) {
        try {
            layout.read(file, sink);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
