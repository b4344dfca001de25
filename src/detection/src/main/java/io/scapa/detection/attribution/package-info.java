/** Which family of models, and which era, a synthetic text comes from. */
@NullMarked
package io.scapa.detection.attribution;

import org.jspecify.annotations.NullMarked;
