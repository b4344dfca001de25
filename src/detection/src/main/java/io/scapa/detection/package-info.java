/** Is a text human or synthetic, and on what evidence: the entrance to this module. */
@NullMarked
package io.scapa.detection;

import org.jspecify.annotations.NullMarked;
