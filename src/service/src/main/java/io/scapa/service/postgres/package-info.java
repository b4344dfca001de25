/** A PostgreSQL server of the service's own: unpacked, created, started, checked and stopped by it. */
@NullMarked
package io.scapa.service.postgres;

import org.jspecify.annotations.NullMarked;
