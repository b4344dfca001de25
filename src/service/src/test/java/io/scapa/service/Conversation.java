package io.scapa.service;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request of many lines whose answers are read while it is sent. The JDK's client hands an answer out only after it has
 * sent everything; so this speaks HTTP/1.1 in chunks by itself.
 */
final class Conversation implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private boolean headRead;
    private int left;

    Conversation(URI base, String path) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Sends one line. */
    void say(String line) throws IOException {
        String whole = line + "\n";
        write(Integer.toHexString(whole.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + whole + "\r\n");
    }

    /** Sends the end. */
    void end() throws IOException {
        write("0\r\n\r\n");
    }

    /** The next result, or null after the last. */
    @Nullable
    String hear() throws IOException {
        if (!headRead) {
            String status = headLine();
            if (!status.startsWith("HTTP/1.1 200 ")) {
                throw new AssertionError(status);
            }
            while (!headLine().isEmpty()) {
                // Headers tell nothing here.
            }
            headRead = true;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** The next byte of the body, whatever chunks it comes in; -1 after its end. */
    private int next() throws IOException {
        if (left == 0) {
            String size = headLine();
            left = Integer.parseInt(size.isEmpty() ? headLine() : size, 16);
            if (left == 0) {
                return -1;
            }
        }
        left--;
        return read();
    }

    private String headLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = read(); b != '\n'; b = read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    private int read() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("the other end is gone");
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
