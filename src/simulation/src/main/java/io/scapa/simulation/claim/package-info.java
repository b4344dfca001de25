/** Published claims as executable checks: what was said, what theory gives, what a simulation shows. */
@NullMarked
package io.scapa.simulation.claim;

import org.jspecify.annotations.NullMarked;
