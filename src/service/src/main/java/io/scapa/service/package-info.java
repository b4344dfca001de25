/** The service: HTTP, persistence, jobs and the embedded PostgreSQL around the libraries. */
@NullMarked
package io.scapa.service;

import org.jspecify.annotations.NullMarked;
