package io.scapa.service.datasets;

import io.scapa.service.ScapaService;
import io.scapa.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where datasets may be written: below the allowed roots only, links resolved. */
@ApplicationScoped
public class DatasetFolders {
    private final Path standard;
    private final List<Path> roots;

    @Inject
    public DatasetFolders(Config config, @ConfigProperty(name = "scapa.datasets.roots") Optional<List<String>> more) {
        standard = ScapaService.home(config).datasets();
        roots = new ArrayList<>(List.of(standard));
        more.ifPresent(list ->
                list.forEach(root -> roots.add(Path.of(root).toAbsolutePath().normalize())));
    }

    /**
     * The folder of a new dataset.
     *
     * @param wanted relative to the standard root, or absolute; null for one named after the dataset
     * @throws ProblemException where it lies elsewhere or something is there
     */
    Path resolve(@Nullable String wanted, String name, UUID id) {
        if (wanted != null && wanted.contains("://")) {
            throw ProblemException.badInput("output", "a folder: this release writes to no object store", wanted);
        }
        try {
            Path path = standard.resolve(
                            wanted == null ? slug(name) + "-" + id.toString().substring(0, 8) : wanted)
                    .toAbsolutePath()
                    .normalize();
            Files.createDirectories(standard);
            if (roots.stream().noneMatch(root -> isBelow(path, root))) {
                throw ProblemException.badInput("output", "a folder below one of " + roots, wanted);
            }
            if (Files.exists(path) && !isEmpty(path)) {
                throw ProblemException.badInput("output", "a folder that is not there yet", wanted);
            }
            return path;
        } catch (InvalidPathException e) {
            throw ProblemException.badInput("output", "a folder's name", wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBelow(Path path, Path root) {
        try {
            Files.createDirectories(root);
            Path realRoot = root.toRealPath();
            Path existing = path;
            while (!Files.exists(existing)) {
                existing = existing.getParent();
            }
            Path real = existing.toRealPath().resolve(existing.relativize(path)).normalize();
            return real.startsWith(realRoot) && !real.equals(realRoot);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "dataset" : slug.substring(0, Math.min(60, slug.length()));
    }
}
