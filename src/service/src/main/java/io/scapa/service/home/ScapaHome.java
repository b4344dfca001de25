package io.scapa.service.home;

import io.scapa.service.StartupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * {@code SCAPA_HOME}: database, key files and datasets of one service. At most one service uses a folder at a time; the
 * lock is the operating system's, so that it ends with the process, however that ends.
 *
 * @param folder an absolute path; need not exist yet
 */
public record ScapaHome(Path folder) {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    public ScapaHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Where datasets go when the recipe's {@code output} is relative. */
    public Path datasets() {
        return folder.resolve("datasets");
    }

    /** Where other programs find the running service: its process id and port. */
    public Path serviceFile() {
        return folder.resolve("service.json");
    }

    /** Creates a folder of this home, open to its owner only, and returns it. */
    public Path privateFolder(String name) {
        Path path = folder.resolve(name);
        try {
            Files.createDirectories(path);
            setPermissions(path, OWNER_FOLDER);
        } catch (IOException e) {
            throw new StartupException(
                    "cannot create " + path + " (" + e.getMessage()
                            + "); set SCAPA_HOME to a folder that this user can write",
                    e);
        }
        return path;
    }

    /**
     * Takes the folder for this process until it ends.
     *
     * @throws StartupException where another process has it
     */
    public FileLock lock() {
        Path path = privateFolder(".").normalize().resolve("service.lock");
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartupException("another service runs on " + folder + runningService()
                        + "; stop it, or start this one with another SCAPA_HOME");
            }
            return lock;
        } catch (IOException e) {
            throw new StartupException("cannot lock " + path + ": " + e.getMessage(), e);
        }
    }

    private String runningService() {
        try {
            return " " + Files.readString(serviceFile()).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Reads a file of this home, or writes it first, readable by its owner only, where it does not exist. */
    public String secret(String name, java.util.function.Supplier<String> fresh) {
        Path path = privateFolder(".").normalize().resolve(name);
        try {
            if (!Files.exists(path)) {
                writeAtomically(path, fresh.get());
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new StartupException("cannot read or write " + path + ": " + e.getMessage(), e);
        }
    }

    /** Replaces a file as a whole: a reader sees the old or the new content, also after a crash. */
    public static void writeAtomically(Path path, String content) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        setPermissions(fresh, OWNER_FILE);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void setPermissions(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
