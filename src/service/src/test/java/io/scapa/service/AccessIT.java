package io.scapa.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loopback only without a key; with one, every call below /v1 needs it. */
class AccessIT {
    private static final String KEY = "correct horse battery staple";

    @TempDir
    Path home;

    @Test
    void withoutAKeyItListensOnLoopbackOnly() throws Exception {
        try (ServiceProcess refused = ServiceProcess.start(home, Map.of("QUARKUS_HTTP_HOST", "0.0.0.0"))) {
            assertThat(refused.exitStatus()).isEqualTo(1);
            assertThat(refused.said()).contains("SCAPA_API_KEY");
        }
    }

    @Test
    void withAKeyEveryCallNeedsIt() throws Exception {
        try (ServiceProcess service =
                ServiceProcess.start(home, Map.of("SCAPA_API_KEY", KEY, "QUARKUS_HTTP_HOST", "127.0.0.1"))) {
            Calls calls = service.calls();
            calls.get("/q/health").with(200);
            calls.get("/v1/generations").problem(401);
            assertThat(status(service, service.address() + "/v1/generations")).isEqualTo(401);
            assertThat(status(service, service.address() + "%76%31/generations"))
                    .isEqualTo(401);
            assertThat(status(service, service.address() + "q/../v1/generations"))
                    .isEqualTo(401);
            assertThat(with(service, "X-API-Key", KEY + "r")).isEqualTo(401);
            assertThat(with(service, "X-API-Key", KEY)).isEqualTo(200);
            assertThat(with(service, "Authorization", "Bearer " + KEY)).isEqualTo(200);
            assertThat(with(service, "Authorization", "Basic " + KEY)).isEqualTo(401);
            assertThat(service.said()).doesNotContain(KEY);
        }
    }

    private static int status(ServiceProcess service, String uri) {
        return service.calls()
                .send(HttpRequest.newBuilder(URI.create(uri)).build())
                .status();
    }

    private static int with(ServiceProcess service, String header, String value) {
        URI uri = service.address().resolve("/v1/generations");
        return service.calls()
                .send(HttpRequest.newBuilder(uri).header(header, value).build())
                .status();
    }
}
