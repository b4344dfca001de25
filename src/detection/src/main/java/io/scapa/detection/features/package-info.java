/** From a text to numbers: one-pass tokens, hashed n-grams, stylometry. Nothing but the text enters. */
@NullMarked
package io.scapa.detection.features;

import org.jspecify.annotations.NullMarked;
