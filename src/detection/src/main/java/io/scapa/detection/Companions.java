package io.scapa.detection;

import io.scapa.detection.attribution.FamilyModel;
import io.scapa.detection.classifier.BundleException;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.segmentation.PassageModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The models of a release beside its classifier: files of the classifier's name, ending in {@code .passages} and
 * {@code .families}. Either may be absent; the classifier's score depends on neither.
 *
 * @param passages finds synthetic passages, or null
 * @param families tells families of models apart, or null
 */
public record Companions(
        @Nullable PassageModel passages, @Nullable FamilyModel families) {
    /** None. */
    public static final Companions NONE = new Companions(null, null);

    private static final String PASSAGES = ".passages";
    private static final String FAMILIES = ".families";

    /** Read once, when first asked for. */
    private static final class Shipped {
        private static final Companions ENGLISH = new Companions(
                resource("en" + PASSAGES, PassageModel::read), resource("en" + FAMILIES, FamilyModel::read));
    }

    /** Those of the shipped release, where a classifier is of that release, recalibrated or not; else none. */
    public static Companions shippedFor(Classifier classifier) {
        String release = classifier.release().replaceFirst("\\+.*", "");
        return classifier.language().equals("en") ? Shipped.ENGLISH.of(release) : NONE;
    }

    /** Those that lie beside a bundle file. */
    public static Companions beside(Path bundle) {
        String name = bundle.getFileName().toString().replaceFirst("\\.bundle$", "");
        return new Companions(
                file(bundle.resolveSibling(name + PASSAGES), PassageModel::read),
                file(bundle.resolveSibling(name + FAMILIES), FamilyModel::read));
    }

    /** Those beside a bundle file where there are some; else the shipped ones, where the classifier is of that release. */
    public static Companions near(@Nullable Path bundle, Classifier classifier) {
        Companions beside = bundle == null ? NONE : beside(bundle);
        return beside.equals(NONE) ? shippedFor(classifier) : beside;
    }

    /** These without the ones of another release. */
    Companions of(String release) {
        return new Companions(
                passages != null && passages.release().equals(release) ? passages : null,
                families != null && families.release().equals(release) ? families : null);
    }

    private static <T> @Nullable T resource(String name, BiFunction<ByteBuffer, String, T> read) {
        try (InputStream in = Companions.class.getResourceAsStream(name)) {
            return in == null ? null : read.apply(ByteBuffer.wrap(in.readAllBytes()), name);
        } catch (IOException e) {
            throw new BundleException(name + " cannot be read: " + e.getMessage());
        }
    }

    private static <T> @Nullable T file(Path file, BiFunction<ByteBuffer, String, T> read) {
        try {
            return Files.isRegularFile(file)
                    ? read.apply(ByteBuffer.wrap(Files.readAllBytes(file)), file.toString())
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
