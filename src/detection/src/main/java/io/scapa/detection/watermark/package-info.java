/**
 * Keyed watermarks in text: profiles, their exact tests and the samplers that mark. A watermark is always that of a named
 * profile; the absence of a finding never means that a text carries no mark, only that none was found with these profiles.
 */
@NullMarked
package io.scapa.detection.watermark;

import org.jspecify.annotations.NullMarked;
