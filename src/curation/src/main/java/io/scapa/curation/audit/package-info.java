/** Audits: which documents a person should look at, what they found, and what that says about each cell. */
@NullMarked
package io.scapa.curation.audit;

import org.jspecify.annotations.NullMarked;
