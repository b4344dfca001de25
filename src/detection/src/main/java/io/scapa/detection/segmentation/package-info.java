/** Where in a text the synthetic passages are. */
@NullMarked
package io.scapa.detection.segmentation;

import org.jspecify.annotations.NullMarked;
