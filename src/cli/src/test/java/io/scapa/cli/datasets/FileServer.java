package io.scapa.cli.datasets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server of one file on a loopback port of the system's choice, with the faults that real ones have. */
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private volatile byte[] content;
    private volatile String tag = "\"v1\"";
    private volatile boolean knowsRanges = true;
    private volatile int breakOffAfter = Integer.MAX_VALUE;
    private volatile int breaks;

    FileServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/corpus.jsonl");
    }

    /** The Range headers asked for so far, "whole" where there was none. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    FileServer breakingOff(int afterBytes, int times) {
        breakOffAfter = afterBytes;
        breaks = times;
        return this;
    }

    FileServer withoutRanges() {
        knowsRanges = false;
        return this;
    }

    void change(byte[] newContent, String newTag) {
        content = newContent;
        tag = newTag;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        @Nullable String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "whole" : range);
        if (!exchange.getRequestURI().getPath().endsWith("corpus.jsonl")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("ETag", tag);
        int from = range != null
                        && knowsRanges
                        && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))
                ? Integer.parseInt(range.replaceAll("\\D", ""))
                : 0;
        if (from >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
        }
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
        boolean breakNow = breaks > 0;
        breaks--;
        exchange.getResponseBody().write(rest, 0, breakNow ? Math.min(breakOffAfter, rest.length) : rest.length);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
