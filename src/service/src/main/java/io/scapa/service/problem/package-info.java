/** What is said to a caller whose request cannot be served, in the form of RFC 9457. */
@NullMarked
package io.scapa.service.problem;

import org.jspecify.annotations.NullMarked;
