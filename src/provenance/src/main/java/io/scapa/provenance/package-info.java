/** The vocabulary of Scapa: what a text is, what is known about its origin, and which term of the mixture it belongs to. */
@NullMarked
package io.scapa.provenance;

import org.jspecify.annotations.NullMarked;
