package io.scapa.service.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.service.StartupException;
import io.scapa.service.home.ScapaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.USER, server.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void itIsDurablePrivateAndKeepsItsDataThoughItWasOrphaned() throws Exception {
        ScapaHome home = new ScapaHome(folder.resolve("home"));
        long orphan;
        EmbeddedPostgres first = EmbeddedPostgres.start(home);
        try {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(query(first, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(first, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(first.jdbcUrl(), EmbeddedPostgres.USER, "guess"))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.folder().resolve("postgres.password"))))
                    .isEqualTo("rw-------");
            query(first, "CREATE TABLE kept AS SELECT 42 AS value");
            orphan = first.pid();
        } finally {
            // Nothing stops the first server: its service was killed. The second start has to see to it.
            assertThat(first.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            assertThat(second.pid()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan).map(EmbeddedPostgresTest::runs).orElse(false))
                    .isFalse();
            assertThat(query(second, "SELECT value FROM kept")).isEqualTo("42");
            query(second, "ALTER ROLE " + EmbeddedPostgres.USER + " SET synchronous_commit = off");
        }
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("synchronous_commit=off");
        assertThat(Postmaster.of(home.folder().resolve("postgres/data"))).isEmpty();
    }

    /** A process that has ended counts as alive until its parent has asked for its status. */
    private static boolean runs(ProcessHandle process) {
        try {
            return !Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                    .contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsNotBelieved() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        assertThat(Postmaster.of(data)).isEmpty();
        Files.writeString(data.resolve("postmaster.pid"), "nonsense\n");
        assertThat(Postmaster.of(data)).isEmpty();
    }
}
