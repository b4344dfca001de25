package io.scapa.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where Scapa keeps what outlives a call: the database, fetched corpora, demo output. */
public final class ScapaHome {
    private ScapaHome() {}

    /** {@code SCAPA_HOME}, or {@code .scapa} in the user's home folder. */
    public static Path of(Map<String, String> environment) {
        String home = environment.getOrDefault("SCAPA_HOME", "");
        return home.isEmpty() ? Path.of(System.getProperty("user.home"), ".scapa") : Path.of(home);
    }
}
