/** Signatures: an in-toto statement about a dataset in a DSSE envelope, with an Ed25519 key. */
@NullMarked
package io.scapa.curation.sign;

import org.jspecify.annotations.NullMarked;
