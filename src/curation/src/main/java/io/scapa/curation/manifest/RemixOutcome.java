package io.scapa.curation.manifest;

/**
 * What a re-mix changed.
 *
 * @param of SHA-256 of the earlier dataset's manifest
 * @param kept documents in both
 * @param added documents in this one only
 * @param removed documents in the earlier one only
 */
public record RemixOutcome(String of, long kept, long added, long removed) {}
