package io.scapa.curation.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.shard.Digests;
import io.scapa.curation.sign.Attestation;
import io.scapa.curation.sign.SigningKeys;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The signature is by the key that is trusted, and speaks of these very files. */
final class SignatureChecks {
    private final Path folder;
    private final @Nullable PublicKey trusted;
    private final Findings findings;

    SignatureChecks(Path folder, @Nullable PublicKey trusted, Findings findings) {
        this.folder = folder;
        this.trusted = trusted;
        this.findings = findings;
    }

    void check(JsonNode manifest) throws IOException {
        Path file = folder.resolve(Attestation.FILE);
        if (!Files.exists(file)) {
            findings.add(
                    "signature",
                    trusted == null,
                    trusted == null ? "none, and no key was given" : "a key was given, but the dataset is not signed");
            return;
        }
        try {
            JsonNode envelope = Json.mapper().readTree(Files.readAllBytes(file));
            key(envelope);
            subjects(envelope, manifest);
        } catch (IOException | IllegalArgumentException e) {
            findings.add("signature", false, "unreadable: " + e.getMessage());
        }
    }

    private void key(JsonNode envelope) {
        String named = envelope.path("signatures").path(0).path("keyid").asText("nobody");
        if (trusted == null) {
            findings.add("signature", true, "by key " + named + ", not checked: no public key was given");
            return;
        }
        boolean signed = Attestation.isSignedBy(envelope, trusted);
        findings.add(
                "signature",
                signed,
                signed
                        ? "by key " + SigningKeys.id(trusted)
                        : "not by the key " + SigningKeys.id(trusted) + "; it names the key " + named);
    }

    private void subjects(JsonNode envelope, JsonNode manifest) throws IOException {
        Map<String, String> expected = Attestation.subjects(envelope);
        Map<String, String> found = new TreeMap<>();
        for (String name : new String[] {"manifest.json", "croissant.json"}) {
            Path file = folder.resolve(name);
            found.put(name, Files.exists(file) ? Digests.ofFile(file) : "missing");
        }
        manifest.path("shards")
                .forEach(
                        s -> found.put(s.path("path").asText(), s.path("sha256").asText()));
        boolean ok = expected.equals(found);
        findings.add(
                "signed files",
                ok,
                ok ? found.size() + " files" : "the signature speaks of " + expected + ", the dataset holds " + found);
    }
}
