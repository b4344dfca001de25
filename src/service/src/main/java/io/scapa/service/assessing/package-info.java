/** The detectors as configured, and the releases that assessed something. */
@NullMarked
package io.scapa.service.assessing;

import org.jspecify.annotations.NullMarked;
