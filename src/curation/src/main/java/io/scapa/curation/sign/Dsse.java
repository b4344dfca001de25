package io.scapa.curation.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Dead Simple Signing Envelope, version 1: a payload, its type, and signatures over both. */
final class Dsse {
    private static final String ALGORITHM = "Ed25519";

    private Dsse() {}

    static ObjectNode envelope(String payloadType, byte[] payload, PrivateKey key, PublicKey publicKey) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("payloadType", payloadType);
        envelope.put("payload", Base64.getEncoder().encodeToString(payload));
        envelope.putArray("signatures")
                .addObject()
                .put("keyid", SigningKeys.id(publicKey))
                .put("sig", Base64.getEncoder().encodeToString(sign(authenticated(payloadType, payload), key)));
        return envelope;
    }

    /** The payload of an envelope. */
    static byte[] payload(JsonNode envelope) {
        return Base64.getDecoder().decode(envelope.path("payload").asText());
    }

    /** Whether one of the signatures is by a key. */
    static boolean isSignedBy(JsonNode envelope, PublicKey key) {
        byte[] message = authenticated(envelope.path("payloadType").asText(), payload(envelope));
        for (JsonNode signature : envelope.path("signatures")) {
            if (verifies(message, signature.path("sig").asText(), key)) {
                return true;
            }
        }
        return false;
    }

    /** The pre-authentication encoding: "DSSEv1", type and payload, each with its length. */
    static byte[] authenticated(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(type);
        out.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(payload);
        return out.toByteArray();
    }

    private static byte[] sign(byte[] message, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign with Ed25519", e);
        }
    }

    private static boolean verifies(byte[] message, String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
