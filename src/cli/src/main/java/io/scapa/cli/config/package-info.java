/** What the user tells of the timeline, the priors and the watermark profiles. */
@NullMarked
package io.scapa.cli.config;

import org.jspecify.annotations.NullMarked;
