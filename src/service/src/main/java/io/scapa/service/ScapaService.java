package io.scapa.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.scapa.service.home.ScapaHome;
import io.scapa.service.postgres.EmbeddedPostgres;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service. Where nothing in the whole configuration (system properties, environment, files) names a database, it
 * starts its own before Quarkus, and stops it after.
 */
@QuarkusMain
public final class ScapaService {
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final long PATIENCE_SECONDS = 20;

    private ScapaService() {}

    public static void main(String... arguments) {
        try {
            start(arguments);
        } catch (StartupException e) {
            System.err.println("Scapa cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(String... arguments) {
        Config config = ConfigProvider.getConfig();
        ListenAddress.from(config).apply();
        if (setting(config, JDBC_URL).isPresent()) {
            Quarkus.run(RunningService.class, arguments);
            return;
        }
        ScapaHome home = home(config);
        FileLock lock = home.lock();
        EmbeddedPostgres server = EmbeddedPostgres.start(home);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stopLast(server, ended)));
        System.setProperty(JDBC_URL, server.jdbcUrl());
        System.setProperty("quarkus.datasource.username", EmbeddedPostgres.USER);
        System.setProperty("quarkus.datasource.password", server.password());
        Quarkus.run(RunningService.class, (status, failure) -> end(ended, lock, status, failure), arguments);
    }

    /** The process ends, for whatever reason: the database stops after everything that uses it, and before the process. */
    private static void stopLast(EmbeddedPostgres server, CountDownLatch ended) {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    private static void end(CountDownLatch ended, FileLock lock, int status, Throwable failure) {
        if (failure != null) {
            System.err.println("Scapa cannot start: " + rootMessage(failure));
        }
        ended.countDown();
        // The lock ends with the process; naming it here keeps it reachable until then.
        System.exit(lock.isValid() ? status : 1);
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** The home that a configuration names: {@code scapa.home}, or {@code .scapa} in the user's home folder. */
    public static ScapaHome home(Config config) {
        return new ScapaHome(setting(config, "scapa.home")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".scapa")));
    }

    static Optional<String> setting(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
