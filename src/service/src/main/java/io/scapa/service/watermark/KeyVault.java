package io.scapa.service.watermark;

import io.scapa.service.ScapaService;
import io.scapa.service.StartupException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/**
 * Encrypts secrets for the database with AES-256-GCM (NIST SP 800-38D). Its key comes from the configuration
 * ({@code scapa.encryption-key}, 64 hexadecimal digits), else from a file in {@code SCAPA_HOME} that only its owner reads and
 * that is made when it is first needed. A secret is bound to the name it is kept under.
 */
@ApplicationScoped
public class KeyVault {
    private static final String SETTING = "scapa.encryption-key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Config config;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public KeyVault(Config config) {
        this.config = config;
    }

    private SecretKeySpec key() {
        String hex = config.getOptionalValue(SETTING, String.class)
                .filter(value -> !value.isBlank())
                .orElseGet(() -> ScapaService.home(config).secret("encryption.key", this::fresh));
        try {
            byte[] bytes = HexFormat.of().parseHex(hex.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw new StartupException(SETTING + " must be 64 hexadecimal digits");
        }
        throw new StartupException(SETTING + " must be 64 hexadecimal digits");
    }

    private String fresh() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Encrypts a secret for a name: nonce, ciphertext and tag. */
    byte[] seal(String name, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, name, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Decrypts what {@link #seal} gave for the same name.
     *
     * @throws IllegalStateException where the key is another one, or the bytes were altered
     */
    String open(String name, byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, name, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String name, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of watermark profile '" + name + "' cannot be "
                            + (mode == Cipher.DECRYPT_MODE ? "decrypted: was " + SETTING + " changed?" : "encrypted"),
                    e);
        }
    }
}
