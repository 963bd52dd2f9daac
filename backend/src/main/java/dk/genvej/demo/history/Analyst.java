package dk.genvej.demo.history;

import dk.genvej.database.Installation;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tells the planner how many rows there are by now. Left to itself it plans for empty tables until
 * autovacuum comes by, and a first filling took twice as long. Logs, events and earlier versions
 * are only added to while the demo fills: they are most of the rows, and no plan hangs on them.
 */
@Singleton
@Requires(env = "demo")
class Analyst {

  private static final String READ_WHILE_FILLING =
      """
      select string_agg(quote_ident(relname), ', ') from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and not relispartition
         and relname not in ('record_version', 'mutation', 'flyway_schema_history')
      """;

  private final String url;
  private final String password;

  Analyst(
      @Property(name = "datasources.default.url") String url,
      @Property(name = "datasources.default.password") String password) {
    this.url = url;
    this.password = password;
  }

  /** As the owner, whose password in a demo is that of all its roles. */
  void analyze() {
    try (var connection = DriverManager.getConnection(url, Installation.OWNER, password);
        var statement = connection.createStatement()) {
      statement.execute("analyze " + tables(statement));
    } catch (SQLException failed) {
      throw new IllegalStateException("the demo's tables could not be analyzed", failed);
    }
  }

  private static String tables(Statement statement) throws SQLException {
    try (var found = statement.executeQuery(READ_WHILE_FILLING)) {
      found.next();
      return found.getString(1);
    }
  }
}
