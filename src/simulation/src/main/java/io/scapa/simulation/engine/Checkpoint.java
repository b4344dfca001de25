package io.scapa.simulation.engine;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

/**
 * What was streamed so far, in a file of its own format, so that a stopped run goes on where it was. Chunks are added up in
 * their order, so the state after some chunks is a prefix of the whole run: resumed or not, the result is the same.
 */
public final class Checkpoint {
    private static final int MAGIC = 0x53435031;

    private final Path file;

    /** @param file where the state is kept; written through a neighbour and moved into place */
    public Checkpoint(Path file) {
        this.file = file;
    }

    /** Whether there is something to resume from. */
    public boolean exists() {
        return Files.exists(file);
    }

    private static long fingerprint(Scenario scenario) {
        CRC32 crc = new CRC32();
        crc.update(scenario.toString().getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    void save(Scenario scenario, Tally tally, int chunks) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeLong(fingerprint(scenario));
            out.writeInt(chunks);
            tally.write(out);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Restores the state and returns how many chunks it holds. */
    int load(Scenario scenario, Tally tally) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new ScenarioException("resume", file + " is not the state of a simulation");
            }
            if (in.readLong() != fingerprint(scenario)) {
                throw new ScenarioException(
                        "resume", file + " is the state of another scenario than '" + scenario.name() + "'");
            }
            int chunks = in.readInt();
            tally.read(in);
            return chunks;
        }
    }
}
