package dk.genvej.database;

import dk.genvej.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * An installation on an embedded server: the roles of {@code infra/database/roles.sql}, a database
 * and its schema. The superuser's password, random for each data folder, serves the roles as well.
 *
 * @param url for owner, app and worker alike
 */
public record Installation(String url, String password) {

  public static final String OWNER = "genvej_owner";
  public static final String APP = "genvej_app";
  public static final String WORKER = "genvej_worker";

  public static Installation on(
      EmbeddedPostgres postgres, String database, LocalDate oldest, LocalDate today) {
    try (var connection =
        DriverManager.getConnection(
            postgres.jdbcUrl("postgres"), postgres.superuser(), postgres.password())) {
      execute(connection, roles());
      for (var role : List.of(OWNER, APP, WORKER)) {
        execute(connection, "alter role " + role + " password '" + postgres.password() + "'");
      }
      if (postgres.createDatabase(database)) {
        execute(connection, "alter database " + database + " owner to " + OWNER);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("the database could not be made ready", failed);
    }
    var url = postgres.jdbcUrl(database);
    Schema.migrate(url, OWNER, postgres.password(), oldest, today);
    return new Installation(url, postgres.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String roles() {
    try (InputStream in = Installation.class.getResourceAsStream("/database/roles.sql")) {
      if (in == null) {
        throw new IllegalStateException("database/roles.sql is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("database/roles.sql cannot be read", unreadable);
    }
  }
}
