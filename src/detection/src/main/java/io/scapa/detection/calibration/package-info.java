/** From a margin to a log likelihood ratio, a probability, a p-value and a threshold. */
@NullMarked
package io.scapa.detection.calibration;

import org.jspecify.annotations.NullMarked;
