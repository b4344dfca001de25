package io.scapa.curation.recipe;

/**
 * How the dataset is cut into files.
 *
 * @param format the file format
 * @param documents the greatest number of documents in one shard, 1 or more
 * @param megabytes the size at which a shard is closed, in 10^6 bytes of uncompressed JSON lines, 1 or more
 */
public record ShardSettings(Format format, int documents, int megabytes) {
    /** File formats of shards. */
    public enum Format {
        /** JSON lines, gzip. Croissant readers load it. */
        JSONL_GZ("jsonl.gz"),
        /** JSON lines, Zstandard. Smaller and faster; not every Croissant reader loads it. */
        JSONL_ZST("jsonl.zst"),
        /** Parquet, Snappy. */
        PARQUET("parquet");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }

        /** The file name's end, without the leading dot; also the word in a recipe. */
        public String suffix() {
            return suffix;
        }
    }

    public ShardSettings {
        if (documents < 1) {
            throw new IllegalArgumentException("a shard holds 1 document or more, got " + documents);
        }
        if (megabytes < 1) {
            throw new IllegalArgumentException("a shard holds 1 MB or more, got " + megabytes);
        }
    }

    /** JSON lines with gzip, 64 MB or 100,000 documents a shard. */
    public static ShardSettings standard() {
        return new ShardSettings(Format.JSONL_GZ, 100_000, 64);
    }
}
