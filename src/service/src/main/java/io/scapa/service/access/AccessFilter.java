package io.scapa.service.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.scapa.provenance.ContentHash;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * With an API key configured, every call below {@code /v1} carries it. Without one the service listens on loopback only, and
 * answers only to loopback's names: so no web page can reach it by a name of its own that it points at 127.0.0.1.
 */
@ApplicationScoped
public class AccessFilter {
    private static final int BEFORE_ALL = 1000;
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final byte @Nullable [] keyHash;

    @Inject
    public AccessFilter(@ConfigProperty(name = "scapa.api-key") Optional<String> key) {
        this.keyHash = key.filter(k -> !k.isBlank()).map(AccessFilter::hash).orElse(null);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL);
    }

    private void check(RoutingContext context) {
        if (keyHash == null) {
            if (isLoopbackName(context.request().getHeader("Host"))) {
                context.next();
            } else {
                refuse(context, 421, "Misdirected request", "without an API key the service answers to localhost only");
            }
        } else if (!isGuarded(context.normalizedPath()) || holdsKey(context)) {
            context.next();
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(
                    context,
                    401,
                    "Unauthorized",
                    "the call needs the API key, as Authorization: Bearer KEY or X-API-Key: KEY");
        }
    }

    private static boolean isGuarded(String path) {
        return path.equals("/v1") || path.startsWith("/v1/");
    }

    private static boolean isLoopbackName(@Nullable String host) {
        return host == null
                || LOOPBACK_NAMES.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", ""));
    }

    private boolean holdsKey(RoutingContext context) {
        String bearer = context.request().getHeader("Authorization");
        String key = bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)
                ? bearer.substring(7).strip()
                : context.request().getHeader("X-API-Key");
        return key != null && MessageDigest.isEqual(keyHash, hash(key));
    }

    private static byte[] hash(String key) {
        return ContentHash.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(RoutingContext context, int status, String title, String detail) {
        Problem problem =
                new Problem(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail, List.<Fault>of());
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .end(problem.toJson().toString());
    }
}
