/** What chat interfaces and evasions leave in a text: findings with almost no false positives. */
@NullMarked
package io.scapa.detection.residue;

import org.jspecify.annotations.NullMarked;
