/** Candidates from files: documents and their assessments, joined by id and content. */
@NullMarked
package io.scapa.curation.io;

import org.jspecify.annotations.NullMarked;
