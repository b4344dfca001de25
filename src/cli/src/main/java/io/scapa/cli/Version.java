package io.scapa.cli;

import org.jspecify.annotations.Nullable;

/** Which build this is. */
final class Version {
    private Version() {}

    /** The version in the jar's manifest; a run from class files has none. */
    static String current() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
