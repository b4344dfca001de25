/** S3-compatible object storage by its REST interface: listing, fetching, putting; whole datasets. */
@NullMarked
package io.scapa.storage.s3;

import org.jspecify.annotations.NullMarked;
