package io.scapa.detection.classifier;

import io.scapa.detection.calibration.ConformalHumans;
import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.features.BucketSet;
import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.WordClasses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * The file format of a {@link Classifier}: the magic {@code SCAPAMDL}, a format version, the length of the payload, its
 * SHA-256, the payload. Numbers are big-endian; buckets ascend and are stored as differences in 7-bit groups; inverse document
 * frequencies and weights are 16-bit floats. Hashes and numbers only: no text can be read back from it.
 */
public final class Bundle {
    /** The version that this class reads and writes. */
    public static final int VERSION = 6;

    private static final BundleEnvelope ENVELOPE = new BundleEnvelope("SCAPAMDL", VERSION);

    private Bundle() {}

    /** Writes a classifier; the same classifier gives the same bytes. */
    public static void write(Classifier classifier, Path file) throws IOException {
        Files.write(file, toBytes(classifier));
    }

    /** A classifier as the bytes of its file. */
    public static byte[] toBytes(Classifier classifier) {
        BundleOutput out = new BundleOutput();
        out.string(classifier.release());
        out.string(classifier.language());
        out.integer(classifier.models().size());
        classifier.models().forEach(model -> {
            model(out, model);
            Arrays.stream(model.reads()).forEach(out::integer);
        });
        stack(out, classifier.stack());
        out.integer(classifier.alternatives().size());
        classifier.alternatives().forEach(s -> stack(out, s));
        out.doubles(classifier.slope(), classifier.shift(), classifier.ceiling());
        out.doubles(classifier.flag().logWords());
        out.doubles(classifier.flag().thresholds());
        out.ascending(classifier.humans().bounds());
        for (int cell = 0; cell < classifier.humans().scores().length; cell++) {
            out.floats(classifier.humans().scores()[cell]);
            out.floats(classifier.humans().tails()[cell]);
        }
        return ENVELOPE.seal(out.bytes());
    }

    /** Appends a linear model, as {@link #model(BundleInput)} reads it. */
    public static void model(BundleOutput out, LinearModel model) {
        out.string(model.family().id());
        out.ascending(model.family().vocabulary().sorted());
        if (FeatureFamily.goesByClasses(model.family().id())) {
            out.ascending(model.family().classes().buckets());
            Arrays.stream(model.family().classes().classes()).forEach(out::integer);
        }
        out.ascending(model.buckets());
        out.halves(model.idf());
        out.integer(model.heads());
        for (float[] head : model.weights()) {
            out.halves(head);
        }
        out.floats(model.intercepts());
    }

    private static void stack(BundleOutput out, Stack stack) {
        out.doubles(stack.means());
        out.doubles(stack.deviations());
        out.integer(stack.parts().size());
        for (Stack.Part part : stack.parts()) {
            out.doubles(part.share());
            out.ascending(part.members());
            out.doubles(part.coefficients());
        }
        SeenSources seen = stack.seen();
        out.integer(seen == null ? 0 : seen.groups().size());
        if (seen != null) {
            seen.groups().forEach(out::ascending);
            trees(out, seen.trees());
        }
    }

    private static void trees(BundleOutput out, BoostedTrees trees) {
        out.ascending(trees.roots());
        out.floats(trees.values());
        for (int node = 0; node < trees.values().length; node++) {
            out.integer(trees.inputs()[node]);
            out.integer(trees.seconds()[node]);
        }
    }

    private static BoostedTrees trees(BundleInput in) {
        int[] roots = in.ascending();
        float[] values = in.floats();
        int[] inputs = new int[values.length];
        int[] seconds = new int[values.length];
        for (int node = 0; node < values.length; node++) {
            inputs[node] = in.integer();
            seconds[node] = in.integer();
        }
        return new BoostedTrees(roots, inputs, values, seconds);
    }

    /**
     * Reads a bundle through a memory map.
     *
     * @throws BundleException where it is not one, of another version, or damaged
     */
    public static Classifier read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), file.toString());
        }
    }

    /** Reads a bundle from a stream, such as a resource; see {@link #read(Path)}. */
    public static Classifier read(InputStream in, String name) throws IOException {
        return read(ByteBuffer.wrap(in.readAllBytes()), name);
    }

    private static Classifier read(ByteBuffer file, String name) {
        try {
            return classifier(ENVELOPE.open(file, name));
        } catch (IllegalArgumentException fault) {
            throw new BundleException(name + " holds no model: " + fault.getMessage());
        }
    }

    private static Classifier classifier(BundleInput in) {
        String release = in.string();
        String language = in.string();
        List<LinearModel> models = in.list(model -> model(model, true));
        Stack stack = stack(in);
        List<Stack> alternatives = in.list(Bundle::stack);
        double[] ratio = in.doubles();
        LengthThreshold flag = new LengthThreshold(in.doubles(), in.doubles());
        int[] bounds = in.ascending();
        float[][] scores = new float[bounds.length + 1][];
        float[][] tails = new float[bounds.length + 1][];
        for (int cell = 0; cell < scores.length; cell++) {
            scores[cell] = in.floats();
            tails[cell] = in.floats();
        }
        return new Classifier(
                release,
                models,
                stack,
                alternatives,
                ratio[0],
                ratio[1],
                ratio[2],
                flag,
                new ConformalHumans(bounds, scores, tails),
                language);
    }

    /** Reads a linear model whose heads read all blocks. */
    public static LinearModel model(BundleInput in) {
        return model(in, false);
    }

    private static LinearModel model(BundleInput in, boolean blocks) {
        String id = in.string();
        BucketSet vocabulary = BucketSet.of(in.ascending());
        WordClasses classes = FeatureFamily.goesByClasses(id) ? classes(in) : WordClasses.none();
        int[] buckets = in.ascending();
        float[] idf = in.halves();
        float[][] weights = new float[in.integer()][];
        for (int h = 0; h < weights.length; h++) {
            weights[h] = in.halves();
        }
        float[] intercepts = in.floats();
        int[] reads = new int[weights.length];
        Arrays.setAll(reads, h -> blocks ? in.integer() : -1);
        return new LinearModel(FeatureFamily.named(id, vocabulary, classes), buckets, idf, weights, intercepts, reads);
    }

    private static WordClasses classes(BundleInput in) {
        int[] buckets = in.ascending();
        int[] classes = new int[buckets.length];
        Arrays.setAll(classes, i -> in.integer());
        return WordClasses.of(buckets, classes);
    }

    private static Stack stack(BundleInput in) {
        double[] means = in.doubles();
        double[] deviations = in.doubles();
        List<Stack.Part> parts = in.list(part -> new Stack.Part(part.doubles()[0], part.ascending(), part.doubles()));
        List<int[]> groups = in.list(BundleInput::ascending);
        return new Stack(means, deviations, parts, groups.isEmpty() ? null : new SeenSources(groups, trees(in)));
    }
}
