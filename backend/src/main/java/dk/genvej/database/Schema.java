package dk.genvej.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the schema of this version, and makes room in the logs for the months to
 * come.
 */
public final class Schema {

  private static final int MONTHS_AHEAD = 24;

  private Schema() {}

  /**
   * Runs the migrations that are missing; a second run changes nothing (R61).
   *
   * @param oldest the first month the logs get a partition of their own for
   * @param today from here {@value #MONTHS_AHEAD} months of partitions are made ahead
   * @return how many migrations ran
   */
  public static int migrate(
      String url, String owner, String password, LocalDate oldest, LocalDate today) {
    var done =
        Flyway.configure()
            .dataSource(url, owner, password)
            .locations("classpath:db/migration")
            .load()
            .migrate();
    try (var connection = DriverManager.getConnection(url, owner, password);
        var ensure = connection.prepareStatement("select ensure_months(?, ?)")) {
      ensure.setObject(1, oldest);
      ensure.setObject(2, today.plusMonths(MONTHS_AHEAD));
      ensure.execute();
    } catch (SQLException failed) {
      throw new IllegalStateException("the partitions of the logs could not be made", failed);
    }
    return done.migrationsExecuted;
  }
}
