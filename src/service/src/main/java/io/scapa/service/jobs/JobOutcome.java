package io.scapa.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came of a job.
 *
 * @param result what callers see
 * @param store writes what the job made; runs in the transaction that ends the job, so that both are or neither is
 */
public record JobOutcome(JsonNode result, Runnable store) {}
