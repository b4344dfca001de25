/** Who may call. */
@NullMarked
package io.scapa.service.access;

import org.jspecify.annotations.NullMarked;
