package io.scapa.storage.s3;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dataset in object storage, which has no folder that could be moved in one step: the manifest is put last, and taken away first
 * where a dataset is replaced. So whoever finds a manifest finds everything that it names. While it is being put, a mark lies there, by
 * which a later attempt knows what it may clear away.
 */
public final class S3Dataset {
    private static final String MANIFEST = "manifest.json";
    private static final String INCOMPLETE = ".incomplete";

    private final S3Client client;
    private final S3Location prefix;

    /**
     * A dataset.
     *
     * @param prefix what its objects' keys begin with; a slash at the end is added where there is none
     * @throws IllegalArgumentException where it is a whole bucket
     */
    public S3Dataset(S3Client client, S3Location prefix) {
        String key = prefix.key();
        if (key.isEmpty() || key.equals("/")) {
            throw new IllegalArgumentException(
                    "a place within the bucket is expected, s3://bucket/prefix, got " + prefix);
        }
        this.client = client;
        this.prefix = key.endsWith("/") ? prefix : prefix.withKey(key + "/");
    }

    /**
     * Fails where the place is taken.
     *
     * @param replace whether a dataset that is there may be replaced
     * @throws FileAlreadyExistsException where it may not, or where what is there is no dataset
     */
    public void requireFree(boolean replace) throws IOException {
        Set<String> there = names();
        if (there.contains(MANIFEST) && !replace) {
            throw new FileAlreadyExistsException(
                    prefix.toString(), null, "already holds a dataset; give another place, or ask to replace it");
        }
        if (!there.isEmpty() && !there.contains(MANIFEST) && !there.contains(INCOMPLETE)) {
            throw new FileAlreadyExistsException(
                    prefix.toString(), null, "already holds something that is not a dataset; give another place");
        }
    }

    private Set<String> names() throws IOException {
        return client.list(prefix).stream().map(this::name).collect(Collectors.toSet());
    }

    /**
     * Puts the dataset of a folder. What is left of an earlier attempt or dataset goes.
     *
     * @param replace whether a dataset that is there may be replaced
     * @throws IOException where an object cannot be put; there is no manifest then
     */
    public void put(Path folder, boolean replace) throws IOException {
        requireFree(replace);
        client.put(at(INCOMPLETE), folder.resolve("run.json"));
        client.delete(at(MANIFEST));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Set<String> kept = new HashSet<>(Set.of(INCOMPLETE));
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            kept.add(name);
            if (!name.equals(MANIFEST)) {
                client.put(at(name), file);
            }
        }
        for (String name : names()) {
            if (!kept.contains(name)) {
                client.delete(at(name));
            }
        }
        client.put(at(MANIFEST), folder.resolve(MANIFEST));
        client.delete(at(INCOMPLETE));
    }

    /**
     * Fetches the dataset into a folder, each object under its name.
     *
     * @throws NoSuchFileException where there is no manifest
     * @throws IOException where an object cannot be fetched, or its key leads out of the folder
     */
    public void fetch(Path folder) throws IOException {
        List<S3Client.Listed> objects = client.list(prefix);
        if (objects.stream().noneMatch(object -> name(object).equals(MANIFEST))) {
            throw new NoSuchFileException(prefix.toString(), null, "no dataset there: it has no " + MANIFEST);
        }
        Path root = folder.toAbsolutePath().normalize();
        for (S3Client.Listed object : objects) {
            Path file = root.resolve(name(object)).normalize();
            if (!file.startsWith(root) || file.equals(root)) {
                throw new IOException("the key " + object.key() + " is no place within a dataset");
            }
            Files.createDirectories(file.getParent());
            Path fetched = client.fetch(prefix.withKey(object.key()), object, root.resolveSibling(".fetched"));
            Files.move(fetched, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String name(S3Client.Listed object) {
        return object.key().substring(prefix.key().length());
    }

    private S3Location at(String name) {
        return prefix.withKey(prefix.key() + name);
    }

    @Override
    public String toString() {
        return prefix.toString();
    }
}
