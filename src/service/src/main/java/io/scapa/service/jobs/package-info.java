/** Long work, kept in the database: leased, resumed after a restart, cancelled on request. */
@NullMarked
package io.scapa.service.jobs;

import org.jspecify.annotations.NullMarked;
