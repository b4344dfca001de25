/** From labelled corpora to a model bundle: reading, augmenting, fitting, stacking. */
@NullMarked
package io.scapa.detection.training;

import org.jspecify.annotations.NullMarked;
