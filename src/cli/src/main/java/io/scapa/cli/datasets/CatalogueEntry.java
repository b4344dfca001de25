package io.scapa.cli.datasets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One public corpus of the catalogue.
 *
 * @param name what {@code datasets fetch} calls it
 * @param what what it holds
 * @param licence as its makers state it
 * @param provenance who made it, from what, and where it is described
 * @param how how it is had where the catalogue cannot fetch it, or what to mind; may be empty
 * @param npmPackage package and version for the npm client, or null
 * @param files files to fetch over HTTP; may be empty
 * @param fields from fields of a document line to fields of the corpus, in words where a rule is needed
 */
public record CatalogueEntry(
        String name,
        String what,
        String licence,
        String provenance,
        String how,
        @Nullable String npmPackage,
        List<RemoteFile> files,
        Map<String, String> fields) {
    public CatalogueEntry {
        files = List.copyOf(files);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether {@code datasets fetch} can bring it. */
    public boolean canBeFetched() {
        return npmPackage != null || !files.isEmpty();
    }
}
