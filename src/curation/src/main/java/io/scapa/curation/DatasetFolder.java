package io.scapa.curation;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The place of a dataset. It is filled beside its target under a name that no reader takes for a dataset, and moved into place
 * in one step. What a killed export left behind is removed by the next one to the same target.
 */
final class DatasetFolder {
    private final Path target;
    private final Path partial;
    private final Path old;

    private DatasetFolder(Path target) {
        this.target = target;
        this.partial = target.resolveSibling("." + target.getFileName() + ".partial");
        this.old = target.resolveSibling("." + target.getFileName() + ".old");
    }

    /** Work on a partial dataset. */
    @FunctionalInterface
    interface Filling {
        ExportResult.Exported into(Path partial) throws IOException;
    }

    /**
     * The place at a path.
     *
     * @throws IOException where something is there that may not be replaced
     */
    static DatasetFolder at(Path out, boolean replace) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        if (target.getFileName() == null) {
            throw new IOException("a dataset cannot be written to the root of a file system");
        }
        if (Files.exists(target) && !isEmptyFolder(target)) {
            boolean dataset = Files.exists(target.resolve("manifest.json"));
            if (!dataset || !replace) {
                throw new IOException(
                        out + " already holds " + (dataset ? "a dataset" : "something that is not a dataset")
                                + (dataset ? "; give another folder, or ask to replace it" : "; give another folder"));
            }
        }
        return new DatasetFolder(target);
    }

    /** Fills and moves; whatever goes wrong, the target is as it was. */
    ExportResult write(Filling filling) throws IOException {
        delete(partial);
        Files.createDirectories(partial);
        ExportResult.Exported exported;
        try {
            exported = filling.into(partial);
            publish();
        } catch (IOException | RuntimeException e) {
            try {
                delete(partial);
            } catch (IOException secondary) {
                e.addSuppressed(secondary);
            }
            throw e;
        }
        return new ExportResult.Exported(target, exported.manifest());
    }

    private void publish() throws IOException {
        delete(old);
        if (Files.exists(target)) {
            move(target, old);
        }
        move(partial, target);
        delete(old);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot move " + from + " in one step", e);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}
