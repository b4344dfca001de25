/** What a mixture of pools means for models trained on it, on toy chains: the collapse report of an exported dataset. */
@NullMarked
package io.scapa.simulation.mixture;

import org.jspecify.annotations.NullMarked;
