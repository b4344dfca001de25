package io.scapa.detection;

import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.BundleException;
import io.scapa.detection.classifier.Classifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Makes assessors. */
public final class Assessors {
    private static final String SHIPPED = "en.bundle";

    private Assessors() {}

    /** An assessor with the model that is shipped. */
    public static Assessor shipped(AssessorOptions options) {
        return of(shippedClassifier(), options);
    }

    /** An assessor with the model of a bundle file. */
    public static Assessor fromFile(Path bundle, AssessorOptions options) {
        try {
            Classifier classifier = Bundle.read(bundle);
            return of(classifier, Companions.near(bundle, classifier), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An assessor over a classifier; one of the shipped release gets what is shipped beside it. */
    public static Assessor of(Classifier classifier, AssessorOptions options) {
        return of(classifier, Companions.shippedFor(classifier), options);
    }

    /** An assessor over a classifier and the models beside it. */
    public static Assessor of(Classifier classifier, Companions companions, AssessorOptions options) {
        return new TextAssessor(classifier, companions, options);
    }

    /** The classifier that is shipped. */
    public static Classifier shippedClassifier() {
        try (InputStream in = Assessors.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new BundleException("this build ships no model: resource " + SHIPPED + " is missing");
            }
            return Bundle.read(in, SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
