package io.scapa.cli.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.curation.io.Inputs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that others wrote: npm's s3rver, found by the environment variable S3RVER or on the PATH. */
class S3ClientTest {
    private static final Pattern ADDRESS = Pattern.compile("listening (?:at|on) .*?:(\\d+)");

    @TempDir
    private Path folder;

    /** The first example of "Authenticating Requests: Using the Authorization Header" in the manual of Amazon S3. */
    @Test
    void signsAsTheManualDoes() {
        S3Access access = new S3Access(
                URI.create("https://s3.amazonaws.com"),
                "us-east-1",
                "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        Map<String, String> headers = new S3Signature(access)
                .sign(
                        "GET",
                        "/test.txt",
                        new TreeMap<>(),
                        Map.of("host", "examplebucket.s3.amazonaws.com", "range", "bytes=0-9"),
                        S3Signature.hash(""),
                        Instant.parse("2013-05-24T00:00:00Z"));

        assertThat(headers.get("authorization"))
                .endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void aPlaceIsABucketAndAKey() {
        assertThat(S3Location.parse("s3://corpus/a/b.jsonl")).isEqualTo(new S3Location("corpus", "a/b.jsonl"));
        assertThat(S3Location.parse("s3://corpus")).isEqualTo(new S3Location("corpus", ""));
        assertThatThrownBy(() -> S3Location.parse("s3:/corpus/a")).hasMessageContaining("s3://bucket/key");
        assertThatThrownBy(() -> S3Access.of(Map.of())).hasMessageContaining("AWS_ACCESS_KEY_ID");
    }

    @Test
    void putsListsAndFetchesAndGoesOnWhereAFetchWasCutOff() throws IOException, InterruptedException {
        Process server = server();
        try {
            S3Client client = new S3Client(
                    new S3Access(URI.create("http://127.0.0.1:" + port(server)), "us-east-1", "S3RVER", "S3RVER"),
                    Clock.systemUTC());
            byte[] text = "{\"text\": \"Salt wind and steel\"}\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve("file");
            Files.write(file, text);
            S3Location place = S3Location.parse("s3://corpus/docs/part one.jsonl");
            client.put(place, file);
            client.put(S3Location.parse("s3://corpus/docs/readme.txt"), file);
            client.put(S3Location.parse("s3://corpus/docs/two&three.jsonl"), file);

            List<S3Client.Listed> listed = client.list(S3Location.parse("s3://corpus/docs/"));
            assertThat(listed)
                    .extracting(S3Client.Listed::key)
                    .containsExactly("docs/part one.jsonl", "docs/readme.txt", "docs/two&three.jsonl");
            assertThat(listed).allMatch(object -> object.size() == text.length);

            Path fetched = client.fetch(place, listed.getFirst(), folder.resolve("cache"));
            assertThat(Files.readAllBytes(fetched)).isEqualTo(text);
            Path part = fetched.resolveSibling(fetched.getFileName() + ".part");
            byte[] marked = Arrays.copyOf(text, 1000);
            marked[0] = '#';
            Files.write(part, marked);
            Files.delete(fetched);
            byte[] resumed = Files.readAllBytes(client.fetch(place, listed.getFirst(), folder.resolve("cache")));
            assertThat(resumed[0]).as("what was there is not fetched again").isEqualTo((byte) '#');
            assertThat(Arrays.copyOfRange(resumed, 1, resumed.length))
                    .isEqualTo(Arrays.copyOfRange(text, 1, text.length));

            assertThat(new Inputs(folder.resolve("other"), () -> client).files(List.of("s3://corpus/docs/")))
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly("part one.jsonl", "two&three.jsonl");
            assertThatThrownBy(() -> client.list(S3Location.parse("s3://absent/")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("s3://absent/")
                    .hasMessageContaining("NoSuchBucket");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Process server() throws IOException {
        String command = System.getenv().getOrDefault("S3RVER", "s3rver");
        try {
            return new ProcessBuilder(
                            command,
                            "-d",
                            folder.resolve("store").toString(),
                            "-a",
                            "127.0.0.1",
                            "-p",
                            "0",
                            "--configure-bucket",
                            "corpus")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("SKIPPED, NOT PASSED: needs npm's s3rver on the PATH or in S3RVER (npm install s3rver)");
            throw e;
        }
    }

    private static String port(Process server) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IOException("s3rver did not start: " + said);
    }
}
