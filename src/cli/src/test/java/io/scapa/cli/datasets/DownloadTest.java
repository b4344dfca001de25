package io.scapa.cli.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.cli.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final byte[] CONTENT = bytes(1, 300_000);

    @TempDir
    Path folder;

    private final Download download = new Download(Download.client());

    @Test
    void bringsAFileWhoseSizeAndHashAreRight() throws Exception {
        try (FileServer server = new FileServer(CONTENT)) {
            Fetched fetched = fetch(server, (long) CONTENT.length, sha256(CONTENT));

            assertThat(fetched).isEqualTo(new Fetched(CONTENT.length, sha256(CONTENT)));
            assertThat(target()).hasBinaryContent(CONTENT);
            assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
        }
    }

    @Test
    void resumesWhereTheServerBrokeOff() throws Exception {
        try (FileServer server = new FileServer(CONTENT).breakingOff(100_000, 2)) {
            fetch(server, null, sha256(CONTENT));

            // What was under way when the line broke may be lost, no more.
            assertThat(server.ranges()).hasSize(3).first().isEqualTo("whole");
            assertThat(server.ranges().subList(1, 3)).allMatch(range -> range.matches("bytes=[1-9]\\d{4,5}-"));
            assertThat(target()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void resumesInALaterCallAfterItGaveUp() throws Exception {
        try (FileServer server = new FileServer(CONTENT).breakingOff(0, 3)) {
            leavePart(100_000);
            assertThatThrownBy(() -> fetch(server, null, null))
                    .isInstanceOf(JobFailedException.class)
                    .hasMessageContaining("broke off after 100000 bytes")
                    .hasMessageContaining("call again to resume");
            assertThat(target()).doesNotExist();

            fetch(server, null, null);

            assertThat(server.ranges()).last().isEqualTo("bytes=100000-");
            assertThat(target()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void startsAnewWhereTheServerKnowsNoRanges() throws Exception {
        try (FileServer server = new FileServer(CONTENT).withoutRanges().breakingOff(100_000, 1)) {
            fetch(server, null, sha256(CONTENT));

            assertThat(server.ranges()).hasSize(2);
            assertThat(target()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void startsAnewWhereTheFileChangedBetweenTheTries() throws Exception {
        byte[] newer = bytes(2, 250_000);
        try (FileServer server = new FileServer(CONTENT)) {
            leavePart(100_000);
            server.change(newer, "\"v2\"");

            fetch(server, null, sha256(newer));

            assertThat(target()).hasBinaryContent(newer);
        }
    }

    @Test
    void takesAPartThatIsAlreadyWhole() throws Exception {
        try (FileServer server = new FileServer(CONTENT)) {
            leavePart(CONTENT.length);

            fetch(server, null, sha256(CONTENT));

            assertThat(server.ranges()).containsExactly("bytes=300000-");
            assertThat(target()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void refusesAWrongHashAndKeepsNothingOfIt() throws Exception {
        try (FileServer server = new FileServer(CONTENT)) {
            assertThatThrownBy(() -> fetch(server, null, "0".repeat(64)))
                    .isInstanceOf(JobFailedException.class)
                    .hasMessageContaining("0".repeat(64))
                    .hasMessageContaining(sha256(CONTENT));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void refusesAWrongSize() throws Exception {
        try (FileServer server = new FileServer(CONTENT)) {
            assertThatThrownBy(() -> fetch(server, 17L, null))
                    .isInstanceOf(JobFailedException.class)
                    .hasMessageContaining("17 bytes are expected, got 300000");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void doesNotAskAgainForAFileThatIsThere() throws Exception {
        try (FileServer server = new FileServer(CONTENT)) {
            Files.write(target(), CONTENT);

            fetch(server, null, sha256(CONTENT));

            assertThat(server.ranges()).isEmpty();
        }
    }

    @Test
    void saysWhatTheServerAnswersWhereItRefuses() throws Exception {
        try (FileServer server = new FileServer(CONTENT)) {
            RemoteFile absent = new RemoteFile("absent", server.uri().resolve("/absent"), null, null);
            assertThatThrownBy(() -> download.fetch(absent, folder, done -> {}))
                    .isInstanceOf(JobFailedException.class)
                    .hasMessageContaining("404");
        }
    }

    private Fetched fetch(FileServer server, @Nullable Long size, @Nullable String sha256) throws Exception {
        return download.fetch(new RemoteFile("corpus.jsonl", server.uri(), size, sha256), folder, done -> {});
    }

    /** What a process leaves behind that was killed while it fetched. */
    private void leavePart(int length) throws IOException {
        Files.write(folder.resolve("corpus.jsonl.part"), Arrays.copyOf(CONTENT, length));
        Files.writeString(folder.resolve("corpus.jsonl.part.validator"), "\"v1\"");
    }

    private Path target() {
        return folder.resolve("corpus.jsonl");
    }

    private static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
