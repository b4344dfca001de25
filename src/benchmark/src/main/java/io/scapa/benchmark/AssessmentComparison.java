package io.scapa.benchmark;

import io.scapa.provenance.Document;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Two builds side by side in one process, for machines whose neighbours change the speed by half from one minute to the next: they
 * assess the same documents by turns, some hundred at a time, and what is compared are those turns. Arguments: the {@code target}
 * folders of this module in the two builds, a folder of labelled corpora.
 */
public final class AssessmentComparison {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 12;
    private static final int TURN = 400;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    private AssessmentComparison() {}

    /** A build: its assessor and its documents, of classes of its own. */
    private record Build(MethodHandle assess, List<Object> documents) {
        static Build of(Path target, List<Document> texts) throws ReflectiveOperationException, IOException {
            ClassLoader classes =
                    new URLClassLoader(urls(target).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(classes);
            Class<?> options = classes.loadClass("io.scapa.detection.AssessorOptions");
            Class<?> document = classes.loadClass("io.scapa.provenance.Document");
            Object assessor = classes.loadClass("io.scapa.detection.Assessors")
                    .getMethod("shipped", options)
                    .invoke(null, options.getMethod("standard").invoke(null));
            MethodHandle assess = MethodHandles.publicLookup()
                    .findVirtual(
                            classes.loadClass("io.scapa.detection.Assessor"),
                            "assess",
                            MethodType.methodType(classes.loadClass("io.scapa.provenance.Assessment"), document))
                    .bindTo(assessor)
                    .asType(MethodType.methodType(Object.class, Object.class));
            List<Object> documents = new ArrayList<>();
            for (Document text : texts) {
                documents.add(document.getMethod("ofText", String.class).invoke(null, text.text()));
            }
            return new Build(assess, documents);
        }

        private static List<URL> urls(Path target) throws IOException {
            List<URL> urls = new ArrayList<>(List.of(url(target.resolve("classes"))));
            try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
                jars.sorted().forEach(jar -> urls.add(url(jar)));
            }
            return urls;
        }

        private static URL url(Path path) {
            try {
                return path.toUri().toURL();
            } catch (MalformedURLException fault) {
                throw new IllegalArgumentException(path.toString(), fault);
            }
        }

        /** Assesses the documents of a turn. */
        void assess(int turn) throws Throwable {
            for (Object document : documents.subList(turn * TURN, Math.min(documents.size(), (turn + 1) * TURN))) {
                if (assess.invokeExact(document) == null) {
                    throw new IllegalStateException("no assessment");
                }
            }
        }
    }

    /** Prints how much faster the second build is. */
    public static void main(String[] args) throws Throwable {
        List<Document> texts = AssessmentTexts.of(args[2], "").documents();
        new AssessmentComparison().compare(Build.of(Path.of(args[0]), texts), Build.of(Path.of(args[1]), texts));
    }

    private void compare(Build first, Build second) throws Throwable {
        Build[] builds = {first, second};
        int size = first.documents().size();
        int turns = (size + TURN - 1) / TURN;
        double[] ratios = new double[ROUNDS * turns];
        long[][] least = new long[2][turns];
        Arrays.fill(least[0], Long.MAX_VALUE);
        Arrays.fill(least[1], Long.MAX_VALUE);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int turn = 0; turn < turns; turn++) {
                long[] taken = new long[2];
                for (int k = 0; k < 2; k++) {
                    int build = k + round + turn & 1;
                    long start = clock.getCurrentThreadCpuTime();
                    builds[build].assess(turn);
                    taken[build] = clock.getCurrentThreadCpuTime() - start;
                }
                if (round >= 0) {
                    ratios[round * turns + turn] = (double) taken[0] / taken[1];
                    least[0][turn] = Math.min(least[0][turn], taken[0]);
                    least[1][turn] = Math.min(least[1][turn], taken[1]);
                }
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "the second is %.3f times as fast (median of %d turns, quartiles %.3f and %.3f); at its best turns the first"
                        + " takes %,.0f documents/s, the second %,.0f%n",
                ratios[ratios.length / 2],
                ratios.length,
                ratios[ratios.length / 4],
                ratios[ratios.length * 3 / 4],
                size / (Arrays.stream(least[0]).sum() / 1e9),
                size / (Arrays.stream(least[1]).sum() / 1e9));
    }
}
