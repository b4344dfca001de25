package io.scapa.cli;

import java.nio.file.Path;

/** The checkout that the command runs from: its {@code datasets} folder is read from there. */
public final class ScapaRoot {
    private ScapaRoot() {}

    /** The folder that the launcher names by {@code -Dscapa.root}; the current one where it names none. */
    public static Path folder() {
        return Path.of(System.getProperty("scapa.root", "."));
    }
}
