/** One class per public watermarking scheme, each registered by one line of {@code WatermarkSchemes}. */
@NullMarked
package io.scapa.detection.watermark.scheme;

import org.jspecify.annotations.NullMarked;
