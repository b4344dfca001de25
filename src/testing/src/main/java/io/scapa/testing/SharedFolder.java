package io.scapa.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of goldens and corpora that lies beside a developer's checkout ({@code ../shared}). Users do not have it:
 * a test that reads it skips where it is absent, and says so on standard output, so that a skipped run is never mistaken
 * for a passed one.
 */
public final class SharedFolder {
    private static final Path ROOT = Path.of(System.getProperty("scapa.shared", "../../../shared"));

    private SharedFolder() {}

    /**
     * Resolves a file or folder below the shared folder, skipping the running test where it is absent.
     *
     * @param relative path below the shared folder, such as {@code watermark-goldens/hf-detect.json}
     * @return the existing path, normalised
     * @throws org.opentest4j.TestAbortedException where it does not exist
     */
    public static Path require(String relative) {
        Path path = ROOT.resolve(relative).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            System.out.println("SKIPPED, NOT PASSED: needs ../shared/" + relative + ", which is absent");
            Assumptions.abort("needs ../shared/" + relative);
        }
        return path;
    }

    /** Whether a file or folder below the shared folder exists. */
    public static boolean has(String relative) {
        return Files.exists(ROOT.resolve(relative));
    }
}
