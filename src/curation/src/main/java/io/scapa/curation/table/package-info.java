/** The facts of every candidate in compact arrays: what planning, dedup and selection work on. */
@NullMarked
package io.scapa.curation.table;

import org.jspecify.annotations.NullMarked;
