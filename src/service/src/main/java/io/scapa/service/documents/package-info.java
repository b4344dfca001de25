/** Contents, their sightings, and the history of what is known about them. */
@NullMarked
package io.scapa.service.documents;

import org.jspecify.annotations.NullMarked;
