package io.scapa.service.datasets;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public half of the key that datasets are signed with. */
@Path("/v1/signing-key")
@Tag(name = "datasets")
public class SigningKeyResource {
    private final SigningKey key;

    @Inject
    public SigningKeyResource(SigningKey key) {
        this.key = key;
    }

    @GET
    @Produces("application/x-pem-file")
    @Operation(summary = "The public key in PEM; verify --key takes it")
    public String get() {
        return key.publicPem();
    }
}
