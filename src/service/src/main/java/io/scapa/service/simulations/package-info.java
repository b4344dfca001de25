/** Collapse simulations. */
@NullMarked
package io.scapa.service.simulations;

import org.jspecify.annotations.NullMarked;
