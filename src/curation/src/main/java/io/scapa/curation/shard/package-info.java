/** Writing and reading the dataset's files: lines, spill, shards, hashes. */
@NullMarked
package io.scapa.curation.shard;

import org.jspecify.annotations.NullMarked;
