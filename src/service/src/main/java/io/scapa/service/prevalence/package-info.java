/** The share of synthetic text among what is stored. */
@NullMarked
package io.scapa.service.prevalence;

import org.jspecify.annotations.NullMarked;
