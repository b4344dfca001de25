package io.scapa.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
    private final BufferedReader in;

    Conversation(URI base, String path) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
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

    /** The next result, or null after the last. Result lines are told from the frame around them by their brace. */
    @Nullable String hear() throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
