package dk.genvej.demo.history;

import dk.genvej.database.Installation;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Tells the planner how many rows there are by now. Left to itself it plans for empty tables until
 * autovacuum comes by, and a first filling took twice as long.
 */
@Singleton
@Requires(env = "demo")
class Analyst {

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
      statement.execute("analyze");
    } catch (SQLException failed) {
      throw new IllegalStateException("the demo's tables could not be analyzed", failed);
    }
  }
}
