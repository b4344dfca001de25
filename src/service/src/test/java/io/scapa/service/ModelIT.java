package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.Assessors;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.training.Recalibration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service assesses by the model that its operator names, such as one that {@code calibrate} wrote. */
class ModelIT {
    @TempDir
    Path home;

    @Test
    void assessesByARecalibratedModel() throws Exception {
        Recalibration recalibration = new Recalibration(Assessors.shippedClassifier(), 0.01);
        for (int i = 0; i < 120; i++) {
            recalibration.add(Texts.of("calibration " + i));
        }
        Path model = home.resolve("own.bundle");
        Files.write(model, Bundle.toBytes(recalibration.finish()));
        try (ServiceProcess service =
                ServiceProcess.start(home.resolve("scapa"), Map.of("SCAPA_MODEL", model.toString()))) {
            JsonNode assessed = service.calls()
                    .post("/v1/assessments", document("src-m", "m1", Texts.of("mine")))
                    .with(200)
                    .json();
            assertThat(assessed.get("release").textValue())
                    .isEqualTo(recalibration.finish().release());
        }
    }

    @Test
    void whatIsNoModelIsRefusedAtTheStart() throws Exception {
        Path model = Files.writeString(home.resolve("no.bundle"), "nothing of the kind");
        try (ServiceProcess refused =
                ServiceProcess.start(home.resolve("scapa"), Map.of("SCAPA_MODEL", model.toString()))) {
            assertThat(refused.exitStatus()).isEqualTo(1);
            assertThat(refused.said()).contains("scapa.model", "no.bundle", "expected one that starts with SCAPAMDL");
        }
    }
}
