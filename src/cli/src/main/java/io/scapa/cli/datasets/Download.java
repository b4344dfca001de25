package io.scapa.cli.datasets;

import io.scapa.cli.JobFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches one file so that an interruption costs only what was not yet written: bytes go to {@code NAME.part}, a further
 * call asks for the rest (RFC 9110 section 14, {@code Range} with {@code If-Range}), and the file takes its name only when
 * size and hash hold.
 */
public final class Download {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+|\\*)");
    private static final int ATTEMPTS_WITHOUT_PROGRESS = 3;

    private final HttpClient client;

    /** A download over a client; use {@link #client()} unless a test needs another. */
    public Download(HttpClient client) {
        this.client = client;
    }

    /** A client that follows redirects but never from https to http. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /**
     * Brings a file to a folder, or finds it there.
     *
     * @param progress told the number of bytes on disk now and then
     * @return what was found: its size and hash
     * @throws JobFailedException where the server refuses, breaks off for good, or sends what does not match
     */
    public Fetched fetch(RemoteFile file, Path folder, LongConsumer progress) throws IOException, InterruptedException {
        Path target = folder.resolve(file.name());
        if (Files.exists(target)) {
            return check(file, target);
        }
        Files.createDirectories(folder);
        PartialFile part = new PartialFile(folder, file.name());
        transferAll(file, part, progress);
        Fetched fetched;
        try {
            fetched = check(file, part.path());
        } catch (JobFailedException mismatch) {
            part.delete();
            throw mismatch;
        }
        Files.move(part.path(), target, StandardCopyOption.ATOMIC_MOVE);
        part.delete();
        return fetched;
    }

    /** What a file on disk is, or why it is not what the catalogue says. */
    private static Fetched check(RemoteFile file, Path path) throws IOException {
        Fetched found = Fetched.of(path);
        if (file.size() != null && file.size() != found.size()) {
            throw new JobFailedException(
                    "%s: %d bytes are expected, got %d".formatted(path, file.size(), found.size()));
        }
        if (file.sha256() != null && !file.sha256().equals(found.sha256())) {
            throw new JobFailedException(
                    "%s: SHA-256 %s is expected, got %s".formatted(path, file.sha256(), found.sha256()));
        }
        return found;
    }

    private void transferAll(RemoteFile file, PartialFile part, LongConsumer progress)
            throws IOException, InterruptedException {
        int fruitless = 0;
        while (true) {
            long before = part.size();
            try {
                transfer(file.uri(), part, progress);
                return;
            } catch (IOException broken) {
                fruitless = part.size() > before ? 0 : fruitless + 1;
                if (fruitless == ATTEMPTS_WITHOUT_PROGRESS) {
                    throw new JobFailedException(
                            "%s: broke off after %d bytes (%s); call again to resume"
                                    .formatted(file.uri(), part.size(), broken.getMessage()),
                            broken);
                }
            }
        }
    }

    private void transfer(URI uri, PartialFile part, LongConsumer progress) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept-Encoding", "identity");
        Optional<String> validator = part.validator();
        long have = validator.isPresent() ? part.size() : 0;
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-").header("If-Range", validator.orElseThrow());
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> write(part.restart(response), body, 0, length(response), progress);
                case 206 -> write(part.append(), body, startOf(response, have), have + length(response), progress);
                case 416 -> {
                    // The part is as long as the file, or longer than what the server has now.
                    if (totalOf(response) != have) {
                        part.delete();
                        throw new IOException("the file on the server has changed");
                    }
                }
                default -> throw new JobFailedException(uri + ": the server answers " + response.statusCode());
            }
        }
    }

    private static void write(OutputStream to, InputStream body, long from, long expected, LongConsumer progress)
            throws IOException {
        long written = from;
        try (to) {
            byte[] buffer = new byte[1 << 16];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                to.write(buffer, 0, n);
                written += n;
                progress.accept(written);
            }
        }
        if (expected >= from && written != expected) {
            throw new IOException("got " + written + " of " + expected + " bytes");
        }
    }

    private static long startOf(HttpResponse<?> response, long asked) throws IOException {
        Matcher range = CONTENT_RANGE.matcher(
                response.headers().firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != asked) {
            throw new IOException("the server sends another range than bytes " + asked + "-");
        }
        return asked;
    }

    private static long totalOf(HttpResponse<?> response) {
        String range = response.headers().firstValue("Content-Range").orElse("");
        return range.matches("bytes \\*/\\d+") ? Long.parseLong(range.substring("bytes */".length())) : -1;
    }

    private static long length(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(Long.MIN_VALUE / 2);
    }

    /** The bytes so far, and the mark by which the server tells whether they still belong to its file. */
    private record PartialFile(Path folder, String name) {
        Path path() {
            return folder.resolve(name + ".part");
        }

        private Path validatorPath() {
            return folder.resolve(name + ".part.validator");
        }

        long size() throws IOException {
            return Files.exists(path()) ? Files.size(path()) : 0;
        }

        Optional<String> validator() throws IOException {
            return Files.exists(validatorPath()) ? Optional.of(Files.readString(validatorPath())) : Optional.empty();
        }

        /** Starts anew; weak validators must not be used with ranges (RFC 9110 section 13.1.5). */
        OutputStream restart(HttpResponse<?> response) throws IOException {
            delete();
            Optional<String> mark = response.headers()
                    .firstValue("ETag")
                    .filter(tag -> tag.startsWith("\""))
                    .or(() -> response.headers().firstValue("Last-Modified"));
            if (mark.isPresent()) {
                Files.writeString(validatorPath(), mark.get());
            }
            return Files.newOutputStream(path());
        }

        OutputStream append() throws IOException {
            return Files.newOutputStream(path(), StandardOpenOption.APPEND);
        }

        void delete() throws IOException {
            Files.deleteIfExists(path());
            Files.deleteIfExists(validatorPath());
        }
    }
}
