package io.scapa.service.postgres;

import io.scapa.service.StartupException;
import io.scapa.service.home.ScapaHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The service's own PostgreSQL: on loopback, at a port that the system chooses, with a password of its own, and as durable
 * as a server can be ({@code fsync}, {@code synchronous_commit} and {@code full_page_writes} on, which is verified at every
 * start). Its data outlives the service; a server that outlived a killed service is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The superuser's name; the database bears the same. */
    public static final String USER = "scapa";

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final int ATTEMPTS = 3;

    private final Path data;
    private final PostgresProgram program;
    private final Path log;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Path data, PostgresProgram program, Path log, int port, String password) {
        this.data = data;
        this.program = program;
        this.log = log;
        this.port = port;
        this.password = password;
    }

    /**
     * Creates the server's data where there are none yet, and starts it.
     *
     * @param home must be locked by this process
     * @throws StartupException where it does not start or is not durable
     */
    public static EmbeddedPostgres start(ScapaHome home) {
        Path folder = home.privateFolder("postgres");
        Path log = folder.resolve("server.log");
        PostgresProgram program = new PostgresProgram(new PostgresBinaries(folder).unpacked(), log);
        String password = home.secret("postgres.password", EmbeddedPostgres::freshPassword);
        Path data = folder.resolve("data");
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                create(program, data, home.folder().resolve("postgres.password"));
            }
            stopOrphan(program, data);
            return startAtFreePort(data, program, log, password);
        } catch (IOException e) {
            throw new StartupException("cannot prepare the embedded PostgreSQL in " + data + ": " + e.getMessage(), e);
        }
    }

    private static String freshPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Built aside and renamed, so that a creation cut short is never taken for a database. */
    private static void create(PostgresProgram program, Path data, Path passwordFile) throws IOException {
        Path fresh = Files.createTempDirectory(data.getParent(), "creating-");
        program.run(
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=builtin",
                        "-k"));
        Files.deleteIfExists(data);
        Files.move(fresh, data);
    }

    private static void stopOrphan(PostgresProgram program, Path data) throws IOException {
        Optional<Postmaster> orphan = Postmaster.of(data);
        if (orphan.isPresent()) {
            program.run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
        } else {
            Files.deleteIfExists(Postmaster.pidFile(data));
        }
    }

    private static EmbeddedPostgres startAtFreePort(Path data, PostgresProgram program, Path log, String password)
            throws IOException {
        StartupException last = new StartupException("the embedded PostgreSQL was never tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            EmbeddedPostgres server = new EmbeddedPostgres(data, program, log, freePort(), password);
            try {
                server.startPostmaster();
                server.prepare();
                return server;
            } catch (StartupException e) {
                last = e;
                stopOrphan(program, data);
            }
        }
        throw last;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void startPostmaster() {
        String options = String.join(
                " ",
                "-p " + port,
                "-h 127.0.0.1",
                "-k ''",
                "-c max_connections=64",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c jit=off",
                "-c max_wal_size=2GB",
                "-c checkpoint_completion_target=0.9",
                "-c log_min_messages=warning",
                "-c log_checkpoints=off",
                "-c timezone=UTC",
                "-c log_timezone=UTC");
        program.run(
                "pg_ctl",
                List.of("-D", data.toString(), "-l", log.toString(), "-o", options, "-w", "-t", "120", "start"));
    }

    private void prepare() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String setting : DURABILITY) {
                requireOn(statement, setting);
            }
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + USER + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + USER);
        } catch (SQLException e) {
            throw new StartupException("the embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
            shown.next();
            if (!shown.getString(1).equals("on")) {
                throw new StartupException("the embedded PostgreSQL runs with " + setting + "=" + shown.getString(1)
                        + ": what it acknowledges would not be durable; remove that setting");
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    /** Where it listens. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
    }

    /** The superuser's password; never logged. */
    public String password() {
        return password;
    }

    /** The server's process id. */
    public long pid() {
        try {
            return Postmaster.of(data).orElseThrow().process().pid();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Stops the server after its open transactions are rolled back. Closing twice does nothing more. */
    @Override
    public synchronized void close() {
        try {
            if (Postmaster.of(data).isPresent()) {
                program.run("pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
