/** Families that are fitted to rows: any regime and any treatment of the data, for any learner. */
@NullMarked
package io.scapa.simulation.family.rows;

import org.jspecify.annotations.NullMarked;
