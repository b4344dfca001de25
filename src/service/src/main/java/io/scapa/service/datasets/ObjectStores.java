package io.scapa.service.datasets;

import io.scapa.service.problem.ProblemException;
import io.scapa.storage.s3.S3Access;
import io.scapa.storage.s3.S3Client;
import io.scapa.storage.s3.S3Dataset;
import io.scapa.storage.s3.S3Location;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Object storage by the names that the tools of the field use for its address and keys; they are looked up when they are needed. */
@ApplicationScoped
public class ObjectStores {
    private static final List<String> NAMES = List.of(
            "AWS_ENDPOINT_URL_S3",
            "AWS_ENDPOINT_URL",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY");

    private final Config config;

    @Inject
    public ObjectStores(Config config) {
        this.config = config;
    }

    /**
     * A dataset in object storage.
     *
     * @throws ProblemException where that is no place, or nobody says how to reach it
     */
    S3Dataset dataset(String place) {
        Map<String, String> environment = new HashMap<>();
        NAMES.forEach(
                name -> config.getOptionalValue(name, String.class).ifPresent(value -> environment.put(name, value)));
        try {
            return new S3Dataset(new S3Client(S3Access.of(environment), Clock.systemUTC()), S3Location.parse(place));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput("output", String.valueOf(e.getMessage()), place);
        }
    }
}
