package io.scapa.service.datasets;

import io.quarkus.runtime.StartupEvent;
import io.scapa.curation.sign.Attestation;
import io.scapa.curation.sign.SigningKeys;
import io.scapa.service.StartupException;
import io.scapa.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The key that the service signs datasets with, where it has one: a file of {@code scapa.signing-key}. Nothing of it is ever shown but its public half. */
@ApplicationScoped
public class SigningKey {
    private static final String SETTING = "scapa.signing-key";

    private final @Nullable PrivateKey key;

    @Inject
    public SigningKey(@ConfigProperty(name = SETTING) Optional<String> file) {
        this.key = file.map(SigningKey::read).orElse(null);
    }

    /** A key that cannot be read stops the service when it starts, not its first dataset. */
    void start(@Observes StartupEvent event) {
        // Making this bean has read the key.
    }

    private static PrivateKey read(String file) {
        try {
            return SigningKeys.privateKey(Files.readString(Path.of(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(SETTING + " " + file + ": " + e.getMessage(), e);
        }
    }

    /** Whether there is one. */
    boolean present() {
        return key != null;
    }

    /**
     * Its public half in PEM.
     *
     * @throws ProblemException 404 where there is no key
     */
    String publicPem() {
        return SigningKeys.pem(SigningKeys.publicKeyOf(require()));
    }

    /** Signs the dataset of a folder. */
    void sign(Path dataset) throws IOException {
        PrivateKey own = require();
        Attestation.sign(dataset, own, SigningKeys.publicKeyOf(own));
    }

    private PrivateKey require() {
        if (key == null) {
            throw ProblemException.notFound("this service has no signing key: " + SETTING + " names its file");
        }
        return key;
    }
}
