/** One place that combines all evidence on a text to one score and verdict. */
@NullMarked
package io.scapa.detection.fusion;

import org.jspecify.annotations.NullMarked;
