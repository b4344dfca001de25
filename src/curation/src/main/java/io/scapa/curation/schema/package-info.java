/** The JSON Schemas of what curation reads and writes. */
@NullMarked
package io.scapa.curation.schema;

import org.jspecify.annotations.NullMarked;
