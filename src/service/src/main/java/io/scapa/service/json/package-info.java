/** How bodies are read and written. */
@NullMarked
package io.scapa.service.json;

import org.jspecify.annotations.NullMarked;
