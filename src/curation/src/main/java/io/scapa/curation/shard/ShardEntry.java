package io.scapa.curation.shard;

/**
 * A shard as the manifest lists it.
 *
 * @param path relative to the dataset's folder, with forward slashes
 * @param sha256 of the file as stored
 * @param bytes its size
 * @param lines how many lines it holds
 * @param tokens how many tokens
 */
public record ShardEntry(String path, String sha256, long bytes, int lines, long tokens) {}
