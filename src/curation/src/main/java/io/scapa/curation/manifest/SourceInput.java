package io.scapa.curation.manifest;

/**
 * What one source put in, by content and not by file, so that it does not depend on how the files were cut or ordered.
 *
 * @param source its name
 * @param documents how many candidates
 * @param tokens their tokens
 * @param sha256 over id, content hash, tokens and pool probabilities of its candidates in the order of their ids
 */
public record SourceInput(String source, long documents, long tokens, String sha256) {}
