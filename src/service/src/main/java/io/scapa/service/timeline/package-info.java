/** The user's generations. */
@NullMarked
package io.scapa.service.timeline;

import org.jspecify.annotations.NullMarked;
