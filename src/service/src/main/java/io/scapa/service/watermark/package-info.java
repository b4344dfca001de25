/** Watermark profiles and their encrypted keys. */
@NullMarked
package io.scapa.service.watermark;

import org.jspecify.annotations.NullMarked;
