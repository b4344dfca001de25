package io.scapa.cli.config;

import io.scapa.cli.InputException;
import io.scapa.detection.Assessor;
import io.scapa.detection.Assessors;
import io.scapa.detection.Companions;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.BundleException;
import io.scapa.detection.classifier.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that assesses documents. */
public final class AssessingOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "scapa.yaml: timeline, current generation, watermark profiles, priors.")
    private @Nullable Path config;

    @Option(
            names = "--model",
            paramLabel = "BUNDLE",
            description = "Another model than the shipped one, as train writes it.")
    private @Nullable Path model;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads assess; by default one for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** What the user tells, or the standard. */
    public ScapaConfig config() throws IOException {
        return config == null ? ScapaConfig.standard() : ConfigReader.read(config);
    }

    /** The assessor that is asked for. */
    public Assessor assessor() throws IOException {
        return assessor(false);
    }

    /**
     * The assessor that is asked for.
     *
     * @param mixed whether every text is known to be of mixed authorship
     */
    public Assessor assessor(boolean mixed) throws IOException {
        ScapaConfig told = config();
        Classifier classifier = classifier();
        return Assessors.of(
                classifier,
                Companions.near(model, classifier),
                told.assessorOptions().withMixed(mixed));
    }

    /** The model that is asked for. */
    public Classifier classifier() throws IOException {
        if (model == null) {
            return Assessors.shippedClassifier();
        }
        if (!Files.isReadable(model) || Files.isDirectory(model)) {
            throw InputException.of(model, "no such file, or not readable");
        }
        try {
            return Bundle.read(model);
        } catch (BundleException fault) {
            throw InputException.of(model, "a model bundle is expected: " + fault.getMessage());
        }
    }

    /** How many threads, 1 or more. */
    public int threads() {
        if (threads < 1) {
            throw new InputException("--threads: 1 or more is expected, got " + threads);
        }
        return threads;
    }
}
