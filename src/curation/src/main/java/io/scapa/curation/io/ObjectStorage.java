package io.scapa.curation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Port: where objects of {@code s3://} inputs come from. The outer modules wire a client behind it. */
public interface ObjectStorage {
    /** The keys of all objects whose key begins as a place's, in order. */
    List<String> keys(String place) throws IOException;

    /**
     * An object as a local file. What was fetched before is not fetched again, and a fetch that was cut off goes on where it ended.
     *
     * @param place the place whose keys were listed
     * @param key one of them
     * @param folder where objects are kept
     * @throws IOException where it cannot be fetched; the message names it
     */
    Path fetch(String place, String key, Path folder) throws IOException;
}
