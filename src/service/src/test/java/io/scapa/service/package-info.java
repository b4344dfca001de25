/** The service as its callers see it, on a real PostgreSQL. */
@NullMarked
package io.scapa.service;

import org.jspecify.annotations.NullMarked;
