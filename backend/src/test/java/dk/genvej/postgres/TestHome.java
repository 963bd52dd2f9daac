package dk.genvej.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One home for all tests: each start must cope with what the one before left. */
final class TestHome {
  static final Path FOLDER = make();

  private TestHome() {}

  /** Unlike a temporary folder of JUnit it can be passed through by "nobody", as a home must be. */
  private static Path make() {
    try {
      var anyoneMayPass = PosixFilePermissions.fromString("rwx--x--x");
      var parent =
          Files.createTempDirectory(
              "genvej-postgres", PosixFilePermissions.asFileAttribute(anyoneMayPass));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(parent)));
      return parent.resolve("home");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void remove(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static EmbeddedPostgres start() {
    return EmbeddedPostgres.start(PostgresOptions.fleetingAt(FOLDER));
  }

  static Connection connect(EmbeddedPostgres postgres, String database, @Nullable String password)
      throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.superuser(), password);
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres, "postgres", postgres.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres, "postgres", postgres.password());
        var rows = connection.createStatement().executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
