/** S3-compatible object storage by its REST interface: listing, fetching and putting. */
@NullMarked
package io.scapa.cli.s3;

import org.jspecify.annotations.NullMarked;
