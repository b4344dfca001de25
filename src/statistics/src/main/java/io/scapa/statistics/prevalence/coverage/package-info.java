/**
 * How often the limits of {@code io.scapa.statistics.prevalence} hold, by simulation: {@link
 * io.scapa.statistics.prevalence.coverage.CoverageStudy} prints the table of docs/prevalence-coverage.md.
 */
@NullMarked
package io.scapa.statistics.prevalence.coverage;

import org.jspecify.annotations.NullMarked;
