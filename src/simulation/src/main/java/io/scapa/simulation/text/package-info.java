/** Chains over real text: n-gram models that are trained on what they wrote, and what that does to rare words. */
@NullMarked
package io.scapa.simulation.text;

import org.jspecify.annotations.NullMarked;
