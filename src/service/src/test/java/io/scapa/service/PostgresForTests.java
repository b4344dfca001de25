package io.scapa.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.scapa.service.home.ScapaHome;
import io.scapa.service.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own in a temporary {@code SCAPA_HOME}, the one that users get, for as long as the tests run. */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    private @Nullable Path folder;
    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("scapa-test-home");
            folder = home;
            EmbeddedPostgres started = EmbeddedPostgres.start(new ScapaHome(home));
            server = started;
            return Map.of(
                    "quarkus.datasource.jdbc.url", started.jdbcUrl(),
                    "quarkus.datasource.username", EmbeddedPostgres.USER,
                    "quarkus.datasource.password", started.password(),
                    "scapa.home", home.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
