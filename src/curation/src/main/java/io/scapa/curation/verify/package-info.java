/** Re-checks a dataset against its own certificate, from its files alone. */
@NullMarked
package io.scapa.curation.verify;

import org.jspecify.annotations.NullMarked;
