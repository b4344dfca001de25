/** The random generators that watermarking libraries draw from, reproduced bit for bit. */
@NullMarked
package io.scapa.detection.watermark.random;

import org.jspecify.annotations.NullMarked;
