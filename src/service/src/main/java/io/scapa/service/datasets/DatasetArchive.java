package io.scapa.service.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A dataset as one tar file whose bytes depend on the dataset alone: no times, no owners. Its shards are compressed already. */
final class DatasetArchive {
    private static final int MODE = 0100644;

    private DatasetArchive() {}

    static void write(DatasetFiles files, OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        for (Path file : files.all()) {
            TarArchiveEntry entry = new TarArchiveEntry(files.name(file));
            entry.setSize(Files.size(file));
            entry.setMode(MODE);
            entry.setModTime(0);
            tar.putArchiveEntry(entry);
            Files.copy(file, tar);
            tar.closeArchiveEntry();
        }
        tar.finish();
    }
}
