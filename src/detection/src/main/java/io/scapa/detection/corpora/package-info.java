/** Public data sets for detectors, read as their authors publish them. */
@NullMarked
package io.scapa.detection.corpora;

import org.jspecify.annotations.NullMarked;
