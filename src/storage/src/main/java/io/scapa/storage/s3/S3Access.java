package io.scapa.storage.s3;

import java.net.URI;
import java.util.Map;

/**
 * Where object storage is and who asks.
 *
 * @param endpoint its address; buckets are parts of the path
 * @param region such as {@code us-east-1}
 * @param accessKey who
 * @param secretKey never shown
 */
public record S3Access(URI endpoint, String region, String accessKey, String secretKey) {
    /**
     * What the environment says, by the names that the tools of the field use: {@code AWS_ENDPOINT_URL_S3} or {@code
     * AWS_ENDPOINT_URL}, {@code AWS_REGION}, {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY}.
     *
     * @throws IllegalArgumentException where there is no key
     */
    public static S3Access of(Map<String, String> environment) {
        String region =
                environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", "us-east-1"));
        String endpoint = environment.getOrDefault(
                "AWS_ENDPOINT_URL_S3",
                environment.getOrDefault("AWS_ENDPOINT_URL", "https://s3." + region + ".amazonaws.com"));
        String access = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        if (access == null || secret == null) {
            throw new IllegalArgumentException("an s3:// place needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        return new S3Access(URI.create(endpoint), region, access, secret);
    }

    @Override
    public String toString() {
        return accessKey + " at " + endpoint;
    }
}
