package io.scapa.service.datasets;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scapa.service.ScapaService;
import io.scapa.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
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

/** Where datasets may be written: below the allowed roots only, links resolved; in object storage below those that are named s3://. */
@ApplicationScoped
public class DatasetFolders {
    private static final String S3 = "s3://";

    private final Path standard;
    private final List<Path> roots = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final ObjectStores stores;

    @Inject
    public DatasetFolders(
            Config config,
            ObjectStores stores,
            @ConfigProperty(name = "scapa.datasets.roots") Optional<List<String>> more) {
        this.stores = stores;
        standard = ScapaService.home(config).datasets();
        roots.add(standard);
        for (String root : more.orElse(List.of())) {
            if (root.startsWith(S3)) {
                places.add(root.endsWith("/") ? root : root + "/");
            } else {
                roots.add(Path.of(root).toAbsolutePath().normalize());
            }
        }
    }

    /**
     * Where a dataset goes.
     *
     * @param folder where it is made and read
     * @param published its place in object storage, or null
     */
    record Place(Path folder, @Nullable String published) {}

    /**
     * The place of a new dataset.
     *
     * @param wanted relative to the standard root, or absolute, or in object storage; null for one named after the dataset
     * @throws ProblemException where it lies elsewhere or something is there
     */
    Place resolve(@Nullable String wanted, String name, UUID id) {
        if (wanted != null && wanted.startsWith(S3)) {
            return new Place(folder(null, name, id), place(wanted));
        }
        if (wanted != null && wanted.contains("://")) {
            throw ProblemException.badInput("output", "a folder, or s3://bucket/prefix", wanted);
        }
        return new Place(folder(wanted, name, id), null);
    }

    private String place(String wanted) {
        String place = wanted.endsWith("/") ? wanted : wanted + "/";
        boolean odd = place.substring(S3.length()).matches("(.*/)?\\.{0,2}/.*");
        if (odd || places.stream().noneMatch(root -> place.startsWith(root) && !place.equals(root))) {
            throw ProblemException.badInput(
                    "output",
                    places.isEmpty()
                            ? "a folder: no place in object storage is allowed, scapa.datasets.roots names such places"
                            : "a place below one of " + places,
                    wanted);
        }
        boolean given = QuarkusTransaction.requiringNew().call(() -> DatasetRow.count("published", place) > 0);
        if (given) {
            throw ProblemException.badInput("output", "a place that no dataset was given yet", wanted);
        }
        try {
            stores.dataset(place).requireFree(false);
        } catch (FileAlreadyExistsException e) {
            throw ProblemException.badInput("output", "a place where nothing is: it " + e.getReason(), wanted);
        } catch (IOException e) {
            throw ProblemException.badInput("output", "a place that can be reached: " + e.getMessage(), wanted);
        }
        return place;
    }

    private Path folder(@Nullable String wanted, String name, UUID id) {
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
