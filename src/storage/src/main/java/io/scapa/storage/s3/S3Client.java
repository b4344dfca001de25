package io.scapa.storage.s3;

import io.scapa.curation.io.ObjectStorage;
import io.scapa.curation.shard.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few calls of S3's REST interface that datasets need. Safe for use by several threads. */
public final class S3Client implements ObjectStorage {
    private static final Pattern OBJECT = Pattern.compile("<Contents>(.*?)</Contents>", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("<NextContinuationToken>(.*?)</NextContinuationToken>");
    private static final String EMPTY = S3Signature.hash("");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int ATTEMPTS = 4;

    private final S3Access access;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /** A client. */
    public S3Client(S3Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * An object of a listing.
     *
     * @param key its key
     * @param size in bytes
     * @param etag names its content
     */
    public record Listed(String key, long size, String etag) {}

    /**
     * Every object whose key begins as a place's, in the order of keys.
     *
     * @throws IOException where it cannot be listed
     */
    public List<Listed> list(S3Location prefix) throws IOException {
        List<Listed> objects = new ArrayList<>();
        String token = "";
        do {
            SortedMap<String, String> query = new TreeMap<>(Map.of("list-type", "2", "prefix", prefix.key()));
            if (!token.isEmpty()) {
                query.put("continuation-token", token);
            }
            HttpResponse<String> response = send(
                    "GET", prefix.withKey(""), query, Map.of(), EMPTY, HttpRequest.BodyPublishers.noBody(), text());
            require(response.statusCode() == 200, "list " + prefix, response.statusCode(), response.body());
            Matcher found = OBJECT.matcher(response.body());
            while (found.find()) {
                objects.add(new Listed(
                        unescape(element(found.group(1), "Key")),
                        Long.parseLong(element(found.group(1), "Size")),
                        unescape(element(found.group(1), "ETag"))));
            }
            Matcher next = NEXT.matcher(response.body());
            token = next.find() ? unescape(next.group(1)) : "";
        } while (!token.isEmpty());
        return objects;
    }

    @Override
    public List<String> keys(String place) throws IOException {
        return list(S3Location.parse(place)).stream().map(Listed::key).toList();
    }

    @Override
    public Path fetch(String place, String key, Path folder) throws IOException {
        S3Location object = S3Location.parse(place).withKey(key);
        for (Listed listed : list(object)) {
            if (listed.key().equals(key)) {
                return fetch(object, listed, folder);
            }
        }
        throw new IOException(object + " was listed and is not there");
    }

    /**
     * Fetches an object into a folder, under a name of its key and content. What is there already is not fetched again; what was cut
     * off goes on where it ended.
     *
     * @throws IOException where it cannot be fetched, or is another than was listed
     */
    public Path fetch(S3Location place, Listed object, Path folder) throws IOException {
        String name = S3Signature.hash(place + "\n" + object.etag()).substring(0, 16);
        Path file = folder.resolve(name)
                .resolve(String.valueOf(Path.of(object.key()).getFileName()));
        if (Files.exists(file) && Files.size(file) == object.size()) {
            return file;
        }
        Files.createDirectories(folder.resolve(name));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (have < object.size()) {
            fetchFrom(have, place, object, part);
        } else if (object.size() == 0) {
            Files.write(part, new byte[0]);
        }
        if (Files.size(part) != object.size()) {
            throw new IOException(
                    place + ": " + Files.size(part) + " of " + object.size() + " bytes came; a new try goes on there");
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private void fetchFrom(long have, S3Location place, Listed object, Path part) throws IOException {
        Map<String, String> headers =
                have == 0 ? Map.of() : Map.of("range", "bytes=" + have + "-", "if-match", object.etag());
        HttpResponse<InputStream> response = send(
                "GET",
                place,
                new TreeMap<>(),
                headers,
                EMPTY,
                HttpRequest.BodyPublishers.noBody(),
                BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            boolean whole = response.statusCode() == 200;
            require(
                    whole || response.statusCode() == 206,
                    "fetch " + place,
                    response.statusCode(),
                    whole || response.statusCode() == 206
                            ? ""
                            : new String(in.readNBytes(1000), StandardCharsets.UTF_8));
            try (OutputStream out = whole
                    ? Files.newOutputStream(part)
                    : Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                in.transferTo(out);
            }
        }
    }

    /**
     * Puts a file; the server checks its hash. What fails for a moment is tried again.
     *
     * @throws IOException where it cannot be put
     */
    public void put(S3Location place, Path file) throws IOException {
        String sha256 = Digests.ofFile(file);
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer = null;
            try {
                answer = send(
                        "PUT",
                        place,
                        new TreeMap<>(),
                        Map.of(),
                        sha256,
                        HttpRequest.BodyPublishers.ofFile(file),
                        text());
            } catch (IOException e) {
                if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            if (answer != null && (answer.statusCode() < 500 || attempt == ATTEMPTS)) {
                require(answer.statusCode() == 200, "put " + place, answer.statusCode(), answer.body());
                return;
            }
            pause(attempt);
        }
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep(PAUSE.multipliedBy(1L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Deletes an object; one that is not there is no fault.
     *
     * @throws IOException where it cannot be deleted
     */
    public void delete(S3Location place) throws IOException {
        HttpResponse<String> response =
                send("DELETE", place, new TreeMap<>(), Map.of(), EMPTY, HttpRequest.BodyPublishers.noBody(), text());
        int status = response.statusCode();
        require(status == 204 || status == 200 || status == 404, "delete " + place, status, response.body());
    }

    private static HttpResponse.BodyHandler<String> text() {
        return BodyHandlers.ofString(StandardCharsets.UTF_8);
    }

    private <T> HttpResponse<T> send(
            String method,
            S3Location place,
            SortedMap<String, String> query,
            Map<String, String> headers,
            String payloadSha256,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<T> handler)
            throws IOException {
        String path = access.endpoint().getRawPath().replaceAll("/$", "") + "/" + place.bucket()
                + (place.key().isEmpty() ? "" : "/" + place.key());
        URI endpoint = access.endpoint();
        String host = endpoint.getHost() + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
        SortedMap<String, String> signed = new TreeMap<>(headers);
        signed.put("host", host);
        signed = new S3Signature(access).sign(method, path, query, signed, payloadSha256, clock.instant());
        signed.remove("host");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.getScheme() + "://" + host
                        + S3Signature.encode(path, true)
                        + (query.isEmpty() ? "" : "?" + S3Signature.query(query))))
                .timeout(PATIENCE)
                .method(method, body);
        signed.forEach(request::header);
        try {
            return http.send(request.build(), handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            throw new IOException(place + " at " + endpoint + ": " + (e.getMessage() == null ? e : e.getMessage()), e);
        }
    }

    private static void require(boolean done, String what, int status, String answer) throws IOException {
        if (!done) {
            Matcher code = Pattern.compile("<Code>(.*?)</Code>").matcher(answer);
            throw new IOException("cannot " + what + ": status " + status + (code.find() ? " " + code.group(1) : ""));
        }
    }

    private static String element(String xml, String name) throws IOException {
        Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(xml);
        if (!found.find()) {
            throw new IOException("a listing without " + name);
        }
        return found.group(1);
    }

    private static String unescape(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
