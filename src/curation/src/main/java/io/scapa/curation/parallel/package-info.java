/** Work on several threads whose results come in the order of the work, so that nothing depends on how many there are. */
@NullMarked
package io.scapa.curation.parallel;

import org.jspecify.annotations.NullMarked;
