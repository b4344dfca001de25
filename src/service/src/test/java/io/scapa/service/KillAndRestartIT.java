package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service killed with -9 in the middle of its work: nothing acknowledged is lost, and jobs go on. */
class KillAndRestartIT {
    private static final int ENOUGH = 400;
    private static final String SHORT_LEASE = "scapa.jobs.lease=PT2S";

    @TempDir
    Path home;

    @Test
    void whatWasAcknowledgedIsThereAndTheJobIsFinished() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        String job;
        try (ServiceProcess service = ServiceProcess.start(home, Map.of(), SHORT_LEASE)) {
            job = ingestUntilKilledInAJob(service, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (ServiceProcess service = ServiceProcess.start(home, Map.of(), SHORT_LEASE)) {
            assertThat(stored(service.calls())).containsAll(acknowledged);
            JsonNode end = service.calls().await(job);
            assertThat(end.get("state").textValue()).as("job %s", end).isEqualTo("DONE");
            assertThat(end.get("attempts").intValue()).isEqualTo(2);
            refuseASecondService();
        }
        try (ServiceProcess service = ServiceProcess.start(home, Map.of(), SHORT_LEASE)) {
            assertThat(stored(service.calls())).containsAll(acknowledged);
        }
        assertThat(home.resolve("service.json")).doesNotExist();
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    /** Some seconds of work; it runs when this returns. */
    private static String startLongJob(ServiceProcess service) {
        String scenario =
                "{\"family\": {\"type\": \"gaussian\"}, \"samples\": 1000, \"generations\": 300, \"chains\": 12000}";
        String job = service.calls()
                .post("/v1/simulations", "application/json", scenario)
                .with(202)
                .json()
                .get("job")
                .textValue();
        String state = "";
        while (!state.equals("RUNNING")) {
            state = service.calls()
                    .get("/v1/jobs/" + job)
                    .with(200)
                    .json()
                    .get("state")
                    .textValue();
            assertThat(state).isIn("QUEUED", "RUNNING");
        }
        return job;
    }

    /** Kills the service while documents come in and a job runs; returns the job. */
    private static String ingestUntilKilledInAJob(ServiceProcess service, Set<String> acknowledged) throws Exception {
        String job = "";
        try (Conversation talk = new Conversation(service.address(), "/v1/documents")) {
            Thread.ofPlatform().daemon(true).start(() -> sayForEver(talk));
            for (String line = talk.hear(); line != null; line = talk.hear()) {
                acknowledged.add(
                        Json.mapper().readTree(line).get("contentSha256").textValue());
                if (acknowledged.size() == ENOUGH) {
                    job = startLongJob(service);
                    service.kill();
                }
            }
        } catch (IOException e) {
            // The service died, as it was meant to; a result cut in two acknowledges nothing.
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        }
        return job;
    }

    private static void sayForEver(Conversation talk) {
        try {
            for (long i = 0; ; i++) {
                talk.say(document("killed", "k" + i, Texts.of("killed " + i)).toString());
            }
        } catch (IOException e) {
            // The other end is gone.
            assertThat(e).isNotNull();
        }
    }

    private static Set<String> stored(Calls calls) {
        Set<String> stored = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = calls.get("/v1/documents?source=killed&limit=1000&cursor=" + cursor)
                    .with(200)
                    .json();
            page.get("documents").forEach(one -> {
                assertThat(one.at("/assessment/release").textValue()).isNotBlank();
                stored.add(one.get("contentSha256").textValue());
            });
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return stored;
    }

    private void refuseASecondService() throws Exception {
        try (ServiceProcess second = ServiceProcess.start(home, Map.of())) {
            assertThat(second.exitStatus()).isEqualTo(1);
            assertThat(second.said())
                    .contains("another service runs on " + home.toAbsolutePath())
                    .contains("SCAPA_HOME");
        }
        assertThat(Files.exists(home.resolve("service.json"))).isTrue();
    }
}
