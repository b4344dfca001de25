package io.scapa.curation.manifest;

/**
 * What a dataset took of one source.
 *
 * @param source its name
 * @param documents different documents
 * @param tokens with repetitions
 * @param share of the dataset's tokens
 */
public record SourceShare(String source, long documents, long tokens, double share) {}
