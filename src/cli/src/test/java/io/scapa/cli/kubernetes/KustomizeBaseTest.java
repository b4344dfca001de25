package io.scapa.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.scapa.cli.ScapaRoot;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KustomizeBaseTest {
    private static final Path BASE = ScapaRoot.folder().resolve("k8s/base");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @Test
    void everyFileHoldsOnlyFieldsThatTheApiKnows() throws Exception {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(4);
        for (Path file : files) {
            assertThat(new KnownFields().faults(YAML.readTree(file.toFile())))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void anUnknownFieldIsAFault() throws Exception {
        JsonNode deployment =
                YAML.readTree("{kind: Deployment, spec: {template: {spec: {containers: [{nmae: scapa}]}}}}");

        assertThat(new KnownFields().faults(deployment))
                .containsExactly("Deployment.spec.template.spec.containers[] has no field nmae");
    }

    @Test
    void theKustomizationNamesEveryFile() throws Exception {
        List<String> named = texts(read("kustomization.yaml").path("resources"));

        assertThat(files()).extracting(path -> path.getFileName().toString()).containsAll(named);
        assertThat(named).hasSize(files().size() - 1);
    }

    @Test
    void whatTheDeploymentRefersToExists() throws Exception {
        JsonNode pod = read("deployment.yaml").at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");

        assertThat(texts(container.findValues("configMapRef"), "name"))
                .containsExactly(read("config-map.yaml").at("/metadata/name").asText());
        assertThat(pod.at("/serviceAccountName"))
                .isEqualTo(read("service-account.yaml").at("/metadata/name"));
        assertThat(pod.at("/volumes/0/persistentVolumeClaim/claimName"))
                .isEqualTo(read("volume-claim.yaml").at("/metadata/name"));
        assertThat(texts(container.path("volumeMounts"), "name"))
                .containsExactlyElementsOf(texts(pod.path("volumes"), "name"));
        assertThat(texts(container.findValues("httpGet"), "port"))
                .hasSize(3)
                .containsOnly(container.at("/ports/0/name").asText());
        assertThat(texts(container.findValues("httpGet"), "path")).allMatch(path -> path.startsWith("/q/health/"));
        assertThat(read("service.yaml").at("/spec/ports/0/targetPort")).isEqualTo(container.at("/ports/0/name"));
    }

    @Test
    void theContainerRunsWithoutPrivileges() throws Exception {
        JsonNode pod = read("deployment.yaml").at("/spec/template/spec");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem")
                        .asBoolean())
                .isTrue();
        assertThat(pod.at("/containers/0/securityContext/allowPrivilegeEscalation")
                        .asBoolean(true))
                .isFalse();
        assertThat(texts(pod.at("/containers/0/securityContext/capabilities/drop")))
                .containsExactly("ALL");
        assertThat(Files.readString(ScapaRoot.folder().resolve("docker/Dockerfile")))
                .contains("USER " + pod.at("/securityContext/runAsUser").asText() + ":");
    }

    @Test
    void kubectlRendersIt() throws Exception {
        Assumptions.assumeTrue(onPath("kubectl"), () -> {
            System.out.println("SKIPPED, NOT PASSED: rendering k8s/base needs kubectl, which is absent");
            return "needs kubectl";
        });
        Process process = new ProcessBuilder("kubectl", "kustomize", BASE.toString())
                .redirectErrorStream(true)
                .start();
        String rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(rendered).isZero();
        List<JsonNode> objects =
                YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered).readAll();
        assertThat(objects)
                .extracting(object -> object.path("kind").asText())
                .containsExactlyInAnyOrder(
                        "ServiceAccount", "ConfigMap", "PersistentVolumeClaim", "Deployment", "Service");
        assertThat(objects)
                .allSatisfy(
                        object -> assertThat(new KnownFields().faults(object)).isEmpty());
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static JsonNode read(String name) throws IOException {
        return YAML.readTree(BASE.resolve(name).toFile());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(BASE)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".yaml")).toList());
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(Iterable<JsonNode> list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }
}
