/** How well scores tell: ROC figures, thresholds and their true error rates. */
@NullMarked
package io.scapa.detection.evaluation;

import org.jspecify.annotations.NullMarked;
