package io.scapa.curation.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import io.scapa.curation.verify.Check;
import io.scapa.curation.verify.DatasetVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttestationTest {
    private final KeyPair keys = SigningKeys.generate();

    @TempDir
    private Path folder;

    private Path dataset;

    @BeforeEach
    void export() throws IOException {
        dataset = folder.resolve("out");
        Curator.standard()
                .export(
                        TestRecipes.balanced(6_000),
                        TestDocuments.of(TestDocuments.mixed(5, 700)),
                        dataset,
                        CollapseCheck.none(),
                        Progress.none());
        Attestation.sign(dataset, keys.getPrivate(), keys.getPublic());
    }

    @Test
    void aSignedDatasetVerifiesWithItsKey() throws IOException {
        assertThat(failures(keys.getPublic())).isEmpty();
        assertThat(failures(null)).isEmpty();
    }

    @Test
    void aSignatureByAnotherKeyIsNamed() throws IOException {
        assertThat(DatasetVerifier.verify(dataset, SigningKeys.generate().getPublic())
                        .failures())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.name()).isEqualTo("signature");
                    assertThat(check.detail()).contains("not by the key").contains(SigningKeys.id(keys.getPublic()));
                });
    }

    @Test
    void aMissingSignatureIsNamedWhereAKeyIsTrusted() throws IOException {
        Files.delete(dataset.resolve(Attestation.FILE));

        assertThat(failures(keys.getPublic())).containsExactly("signature");
        assertThat(failures(null)).isEmpty();
    }

    @Test
    void aChangedManifestBreaksTheSignature() throws IOException {
        Path file = dataset.resolve("manifest.json");
        Files.writeString(file, Files.readString(file) + " ");

        assertThat(failures(keys.getPublic())).containsExactly("signed files");
    }

    @Test
    void aChangedStatementBreaksTheSignature() throws IOException {
        Path file = dataset.resolve(Attestation.FILE);
        ObjectNode envelope = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        String payload =
                new String(Base64.getDecoder().decode(envelope.path("payload").asText()), StandardCharsets.UTF_8);
        envelope.put(
                "payload",
                Base64.getEncoder()
                        .encodeToString(
                                payload.replace("\"share\":", "\"share\" :").getBytes(StandardCharsets.UTF_8)));
        Files.writeString(file, envelope.toString());

        assertThat(failures(keys.getPublic())).containsExactly("signature");
    }

    @Test
    void signingTwiceGivesTheSameBytes() throws IOException {
        String first = Files.readString(dataset.resolve(Attestation.FILE));
        Attestation.sign(dataset, keys.getPrivate(), keys.getPublic());

        assertThat(dataset.resolve(Attestation.FILE)).hasContent(first);
        JsonNode envelope = new ObjectMapper().readTree(first);
        assertThat(Attestation.subjects(envelope))
                .containsKeys("manifest.json", "croissant.json", "train/part-00000.jsonl.gz");
    }

    /** The example of the DSSE specification. */
    @Test
    void authenticatesTypeAndPayloadWithTheirLengths() {
        assertThat(new String(
                        Dsse.authenticated(
                                "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void keysSurvivePemAndNonsenseIsRefusedWithoutShowingIt() {
        assertThat(SigningKeys.publicKey(SigningKeys.pem(keys.getPublic()))).isEqualTo(keys.getPublic());
        assertThat(SigningKeys.privateKey(SigningKeys.pem(keys.getPrivate()))).isEqualTo(keys.getPrivate());
        assertThatThrownBy(() ->
                        SigningKeys.privateKey("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> SigningKeys.publicKey("hello")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> failures(PublicKey key) throws IOException {
        return DatasetVerifier.verify(dataset, key).failures().stream()
                .map(Check::name)
                .toList();
    }
}
