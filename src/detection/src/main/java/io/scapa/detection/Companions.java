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
        return classifier.language().equals("en") ? Shipped.ENGLISH.of(classifier.release()) : NONE;
    }

    /** Those that lie beside a bundle file. */
    public static Companions beside(Path bundle) {
        String name = bundle.getFileName().toString().replaceFirst("\\.bundle$", "");
        return new Companions(
                file(bundle.resolveSibling(name + PASSAGES), PassageModel::read),
                file(bundle.resolveSibling(name + FAMILIES), FamilyModel::read));
    }

    /**
     * Those beside a bundle file that are of the classifier's release, recalibrated or not; where there are none, the shipped ones,
     * if it is of that release. What an older training left in the folder is not taken.
     */
    public static Companions near(@Nullable Path bundle, Classifier classifier) {
        Companions beside = bundle == null ? NONE : beside(bundle).of(classifier.release());
        return beside.equals(NONE) ? shippedFor(classifier) : beside;
    }

    /** These without the ones of another release than a classifier's, which recalibration makes longer. */
    Companions of(String release) {
        return new Companions(
                passages != null && isOf(release, passages.release()) ? passages : null,
                families != null && isOf(release, families.release()) ? families : null);
    }

    private static boolean isOf(String classifier, String companion) {
        return classifier.equals(companion) || classifier.startsWith(companion + "+");
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
