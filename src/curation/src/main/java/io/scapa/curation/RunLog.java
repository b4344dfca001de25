package io.scapa.curation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The facts of a run, for {@code run.json}: the only file of a dataset that differs from run to run. */
final class RunLog {
    private final Clock clock;
    private final Instant started;
    private final int threads;

    private RunLog(Clock clock, int threads) {
        this.clock = clock;
        this.started = clock.instant();
        this.threads = threads;
    }

    static RunLog start(int threads) {
        return new RunLog(Clock.systemUTC(), threads);
    }

    Instant now() {
        return clock.instant();
    }

    ObjectNode finish() {
        Instant ended = clock.instant();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("startedAt", started.toString());
        json.put("endedAt", ended.toString());
        json.put("seconds", Duration.between(started, ended).toMillis() / 1000.0);
        json.put("host", host());
        json.put("threads", threads);
        json.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        json.put("maxHeapMegabytes", Runtime.getRuntime().maxMemory() / 1_000_000);
        return json;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
