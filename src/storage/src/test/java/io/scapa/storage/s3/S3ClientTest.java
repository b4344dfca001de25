package io.scapa.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.curation.io.Inputs;
import io.scapa.testing.S3Server;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that others wrote: npm's s3rver, found by the environment variable S3RVER or on the PATH. */
class S3ClientTest {
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
        try (S3Server server = S3Server.start(folder.resolve("store"), "corpus")) {
            S3Client client = new S3Client(S3Access.of(server.environment()), Clock.systemUTC());
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
        }
    }

    @Test
    void aDatasetHasItsManifestLastAndReplacesOnlyADataset() throws Exception {
        try (S3Server server = S3Server.start(folder.resolve("store"), "corpus")) {
            S3Client client = new S3Client(S3Access.of(server.environment()), Clock.systemUTC());
            Path made = Files.createDirectories(folder.resolve("made"));
            Files.createDirectories(made.resolve("train"));
            for (String name : List.of("manifest.json", "run.json", "train/a.jsonl", "train/b.jsonl")) {
                Files.writeString(made.resolve(name), name);
            }
            S3Location place = S3Location.parse("s3://corpus/sets/one");
            S3Dataset dataset = new S3Dataset(client, place);
            dataset.put(made, false);
            assertThat(keys(client, place))
                    .containsExactly(
                            "sets/one/manifest.json",
                            "sets/one/run.json",
                            "sets/one/train/a.jsonl",
                            "sets/one/train/b.jsonl");
            Path fetched = Files.createDirectories(folder.resolve("back/dataset"));
            dataset.fetch(fetched);
            assertThat(fetched.resolve("train/b.jsonl")).hasContent("train/b.jsonl");

            assertThatThrownBy(() -> dataset.put(made, false)).hasMessageContaining("already holds a dataset");
            Files.delete(made.resolve("train/b.jsonl"));
            dataset.put(made, true);
            assertThat(keys(client, place)).doesNotContain("sets/one/train/b.jsonl");

            client.put(S3Location.parse("s3://corpus/other/file"), made.resolve("run.json"));
            assertThatThrownBy(() -> new S3Dataset(client, S3Location.parse("s3://corpus/other")).put(made, true))
                    .hasMessageContaining("not a dataset");
            assertThatThrownBy(() -> new S3Dataset(client, S3Location.parse("s3://corpus")))
                    .hasMessageContaining("within the bucket");
            assertThatThrownBy(() -> new S3Dataset(client, S3Location.parse("s3://corpus/none")).fetch(folder))
                    .hasMessageContaining("no dataset there");
        }
    }

    /** A killed upload leaves the mark and no manifest: the next one clears it away. */
    @Test
    void anUploadThatWasCutOffIsNoDatasetAndGivesWay() throws Exception {
        try (S3Server server = S3Server.start(folder.resolve("store"), "corpus")) {
            S3Client client = new S3Client(S3Access.of(server.environment()), Clock.systemUTC());
            Path made = Files.createDirectories(folder.resolve("made"));
            Files.writeString(made.resolve("run.json"), "{}");
            S3Location place = S3Location.parse("s3://corpus/sets/cut");
            S3Dataset dataset = new S3Dataset(client, place);
            assertThatThrownBy(() -> dataset.put(made, false))
                    .as("there is no manifest to put")
                    .isInstanceOf(IOException.class);
            client.put(S3Location.parse("s3://corpus/sets/cut/train/left.jsonl"), made.resolve("run.json"));
            assertThatThrownBy(() -> dataset.fetch(folder)).hasMessageContaining("no dataset there");

            Files.writeString(made.resolve("manifest.json"), "{}");
            dataset.put(made, false);
            assertThat(keys(client, place)).containsExactly("sets/cut/manifest.json", "sets/cut/run.json");
        }
    }

    private static List<String> keys(S3Client client, S3Location place) throws IOException {
        return client.list(place).stream().map(S3Client.Listed::key).toList();
    }
}
