package io.scapa.curation.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** JSON Schemas, draft 2020-12. */
public final class Schemas {
    private Schemas() {}

    /** Whose schema. */
    public enum Name {
        /** What a user asks for. */
        RECIPE,
        /** The certificate of a dataset. */
        MANIFEST
    }

    /** The text of a schema. */
    public static String text(Name name) throws IOException {
        String file = name.name().toLowerCase(Locale.ROOT) + ".schema.json";
        try (InputStream in = Schemas.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("the schema " + file + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
