package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest extends ServiceTest {
    @Test
    void itIsHealthy() {
        assertThat(calls().get("/q/health").with(200).json().get("status").textValue())
                .isEqualTo("UP");
    }

    @Test
    void itCountsDocumentsByVerdict() {
        calls().post("/v1/documents", document("src-metrics", "me1", Texts.of("metrics")))
                .with(201);
        String metrics = calls().get("/q/metrics").with(200).body();
        assertThat(metrics)
                .contains("scapa_documents_total{outcome=\"created\"")
                .contains("scapa_assessment_seconds_count");
    }

    @Test
    void everyCallIsDescribed() {
        String description =
                calls().getAs("/q/openapi", "application/json").with(200).body();
        assertThat(description)
                .contains(
                        "/v1/documents",
                        "/v1/assessments",
                        "/v1/generations",
                        "/v1/watermark-profiles",
                        "/v1/plans",
                        "/v1/datasets/{id}/members",
                        "/v1/simulations/{id}/charts/{name}.svg",
                        "/v1/jobs/{id}/events");
    }

    @Test
    void aWebPageCannotReachItUnderANameOfItsOwn() throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/generations HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421 ");
        }
    }
}
