package io.scapa.curation.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.recipe.CanonicalJson;
import io.scapa.curation.shard.Digests;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs a dataset: an in-toto statement, version 1, whose subjects are the manifest, the Croissant file and every shard, in a
 * DSSE envelope beside the manifest. Ed25519 signatures are deterministic, so a dataset signed twice has the same bytes.
 */
public final class Attestation {
    /** Where the envelope lies in a dataset. */
    public static final String FILE = "manifest.intoto.jsonl";

    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final String STATEMENT = "https://in-toto.io/Statement/v1";
    private static final String PREDICATE = "urn:scapa:predicate:dataset:v1";

    private Attestation() {}

    /**
     * Signs the dataset in a folder, replacing a signature that is there.
     *
     * @param key signs
     * @param publicKey whose hash names the key
     * @throws IOException where the folder holds no dataset
     */
    public static void sign(Path dataset, PrivateKey key, PublicKey publicKey) throws IOException {
        JsonNode manifest = Json.mapper().readTree(Files.readAllBytes(dataset.resolve("manifest.json")));
        byte[] payload = CanonicalJson.write(statement(dataset, manifest)).getBytes(StandardCharsets.UTF_8);
        ObjectNode envelope = Dsse.envelope(PAYLOAD_TYPE, payload, key, publicKey);
        Path temporary = Files.createTempFile(dataset, ".signature", ".part");
        Files.writeString(temporary, envelope + "\n");
        Files.move(
                temporary, dataset.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The hash of each subject that a signed envelope speaks of, by path. */
    public static Map<String, String> subjects(JsonNode envelope) throws IOException {
        JsonNode statement = Json.mapper().readTree(Dsse.payload(envelope));
        if (!envelope.path("payloadType").asText().equals(PAYLOAD_TYPE)
                || !statement.path("_type").asText().equals(STATEMENT)) {
            throw new IOException("the envelope holds no in-toto statement");
        }
        Map<String, String> subjects = new TreeMap<>();
        statement
                .path("subject")
                .forEach(s -> subjects.put(
                        s.path("name").asText(), s.path("digest").path("sha256").asText()));
        return subjects;
    }

    /** Whether an envelope is signed by a key. */
    public static boolean isSignedBy(JsonNode envelope, PublicKey key) {
        return Dsse.isSignedBy(envelope, key);
    }

    private static ObjectNode statement(Path dataset, JsonNode manifest) throws IOException {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("_type", STATEMENT);
        ArrayNode subjects = statement.putArray("subject");
        subject(subjects, "manifest.json", Digests.ofFile(dataset.resolve("manifest.json")));
        subject(subjects, "croissant.json", Digests.ofFile(dataset.resolve("croissant.json")));
        manifest.path("shards")
                .forEach(s -> subject(
                        subjects, s.path("path").asText(), s.path("sha256").asText()));
        statement.put("predicateType", PREDICATE);
        ObjectNode predicate = statement.putObject("predicate");
        predicate.set("recipeSha256", manifest.path("recipeSha256"));
        predicate.set("inputsSha256", manifest.path("inputs").path("sha256"));
        predicate.set("mixture", manifest.path("mixture"));
        predicate.set("totals", manifest.path("totals"));
        return statement;
    }

    private static void subject(ArrayNode subjects, String name, String sha256) {
        subjects.addObject().put("name", name).putObject("digest").put("sha256", sha256);
    }
}
