package io.scapa.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * An S3 server that others wrote, npm's s3rver, on a port that the system chose; found by the environment variable S3RVER or on the PATH. A
 * test that wants one skips, loudly, where there is none.
 */
public final class S3Server implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("listening (?:at|on) .*?:(\\d+)");

    private final Process process;
    private final String port;

    private S3Server(Process process, String port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param store where it keeps its objects
     * @param bucket that it has
     */
    public static S3Server start(Path store, String bucket) throws IOException {
        String command = System.getenv().getOrDefault("S3RVER", "s3rver");
        Process process;
        try {
            process = new ProcessBuilder(
                            command, "-d", store.toString(), "-a", "127.0.0.1", "-p", "0", "--configure-bucket", bucket)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("SKIPPED, NOT PASSED: needs npm's s3rver on the PATH or in S3RVER (npm install s3rver)");
            throw e;
        }
        return new S3Server(process, port(process));
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

    /** The variables by which a client finds it. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                "http://127.0.0.1:" + port,
                "AWS_ACCESS_KEY_ID",
                "S3RVER",
                "AWS_SECRET_ACCESS_KEY",
                "S3RVER");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
