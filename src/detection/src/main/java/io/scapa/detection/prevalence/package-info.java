/**
 * How much of a stream of assessed documents is synthetic, by source, month and language, in memory that grows with the
 * groups and never with the documents. The statistics are {@link io.scapa.statistics.prevalence}'s.
 *
 * <pre>{@code
 * PrevalenceTally tally = new PrevalenceTally(List.of(Dimension.SOURCE), Weighting.DOCUMENTS, AuditLabels.none());
 * documents.forEach(d -> tally.add(d, assessor.assess(d)));
 * PrevalenceReport report = tally.report(PrevalenceOptions.standard());
 * }</pre>
 */
@NullMarked
package io.scapa.detection.prevalence;

import org.jspecify.annotations.NullMarked;
