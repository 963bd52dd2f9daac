package dk.genvej.broken.rules.course;

import java.sql.Connection;
import java.sql.SQLException;

/** Broken on purpose: a rule that asks the database. */
public record LeakyRule(Connection connection) {

  public boolean allows() throws SQLException {
    return connection.isValid(1);
  }
}
