package io.scapa.curation.manifest;

/**
 * A file of the dataset that is not a shard.
 *
 * @param path relative to the dataset's folder
 * @param sha256 of the file as stored
 * @param bytes its size
 */
public record FileEntry(String path, String sha256, long bytes) {}
