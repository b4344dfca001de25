package io.scapa.storage.s3;

/**
 * A place in object storage.
 *
 * @param bucket its bucket
 * @param key an object's key or the beginning of several; may be empty
 */
public record S3Location(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /**
     * Reads {@code s3://bucket/key}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static S3Location parse(String uri) {
        String rest = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : "";
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("s3://bucket/key is expected, got '" + uri + "'");
        }
        return new S3Location(bucket, slash < 0 ? "" : rest.substring(slash + 1));
    }

    /** Another key of the same bucket. */
    public S3Location withKey(String other) {
        return new S3Location(bucket, other);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
