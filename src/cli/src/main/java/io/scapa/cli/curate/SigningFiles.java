package io.scapa.cli.curate;

import io.scapa.cli.InputException;
import io.scapa.curation.sign.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;

/** Reads files of keys; nothing of a key is ever shown. */
final class SigningFiles {
    private SigningFiles() {}

    static PrivateKey privateKey(Path file) throws IOException {
        try {
            return SigningKeys.privateKey(Files.readString(file));
        } catch (IllegalArgumentException wrong) {
            throw InputException.of(file, String.valueOf(wrong.getMessage()));
        }
    }

    static PublicKey publicKey(Path file) throws IOException {
        try {
            return SigningKeys.publicKey(Files.readString(file));
        } catch (IllegalArgumentException wrong) {
            throw InputException.of(file, String.valueOf(wrong.getMessage()));
        }
    }
}
