/** JSON and YAML in one place: the mapper, and the wire shapes of documents and assessments. */
@NullMarked
package io.scapa.text.json;

import org.jspecify.annotations.NullMarked;
