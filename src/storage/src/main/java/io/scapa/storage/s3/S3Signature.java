package io.scapa.storage.s3;

import io.scapa.provenance.ContentHash;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 for the service {@code s3}, in the {@code Authorization} header. */
final class S3Signature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final S3Access access;

    S3Signature(S3Access access) {
        this.access = access;
    }

    /**
     * The headers of a signed request, those given included.
     *
     * @param path with a leading slash, not yet encoded
     * @param query parameters, not yet encoded
     * @param headers that are signed, names in lower case, {@code host} among them
     * @param payloadSha256 hash of the body
     */
    SortedMap<String, String> sign(
            String method,
            String path,
            SortedMap<String, String> query,
            Map<String, String> headers,
            String payloadSha256,
            Instant now) {
        String time = TIME.format(now);
        SortedMap<String, String> all = new TreeMap<>(headers);
        all.put("x-amz-content-sha256", payloadSha256);
        all.put("x-amz-date", time);
        String names = String.join(";", all.keySet());
        String canonical = method + "\n" + encode(path, true) + "\n" + query(query) + "\n"
                + all.entrySet().stream()
                        .map(h -> h.getKey() + ":" + h.getValue().strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + payloadSha256;
        String scope = time.substring(0, 8) + "/" + access.region() + "/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(canonical);
        byte[] key = hmac(("AWS4" + access.secretKey()).getBytes(StandardCharsets.UTF_8), time.substring(0, 8));
        for (String part : new String[] {access.region(), "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        all.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + access.accessKey() + "/" + scope + ",SignedHeaders=" + names
                        + ",Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
        return all;
    }

    /** A query in canonical form, which is also the one that is sent. */
    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> encode(p.getKey(), false) + "=" + encode(p.getValue(), false))
                .collect(Collectors.joining("&"));
    }

    /** Percent encoding as the signature wants it: all but unreserved characters, slashes on request. */
    static String encode(String text, boolean keepSlashes) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        return keepSlashes ? encoded.replace("%2F", "/") : encoded;
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(ContentHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }
}
