/** Figures of an evaluation as a page of charts and tables that needs nothing else. */
@NullMarked
package io.scapa.detection.evaluation.report;

import org.jspecify.annotations.NullMarked;
