package dk.genvej.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** Adds municipalities; the owner's act, as the server's own role cannot. */
public final class Municipalities {

  private Municipalities() {}

  /**
   * Adds a municipality with the top of its tree of units; an existing one stays as it is.
   *
   * @param id the official three-digit code
   */
  public static void add(
      String url, String owner, String password, int id, String name, UUID rootUnit) {
    try (var connection = DriverManager.getConnection(url, owner, password)) {
      connection.setAutoCommit(false);
      enter(connection, id);
      insert(connection, id, name, rootUnit);
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException("municipality " + id + " could not be added", failed);
    }
  }

  /**
   * Names the organisation that keeps its record, which FK Gateway wants in every report.
   *
   * @param sorCode 11 to 20 digits
   */
  public static void nameOrganisation(
      String url, String owner, String password, int id, String sorCode) {
    try (var connection = DriverManager.getConnection(url, owner, password)) {
      connection.setAutoCommit(false);
      enter(connection, id);
      try (var update =
          connection.prepareStatement("update municipality set sor_code = ? where id = ?")) {
        update.setString(1, sorCode);
        update.setInt(2, id);
        update.executeUpdate();
      }
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException("municipality " + id + " got no SOR code", failed);
    }
  }

  private static void enter(Connection connection, int id) throws SQLException {
    try (var enter = connection.prepareStatement("select set_config('app.m', ?, true)")) {
      enter.setString(1, Integer.toString(id));
      enter.execute();
    }
  }

  private static void insert(Connection connection, int id, String name, UUID rootUnit)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            with made as (
              insert into municipality (id, name) values (?, ?) on conflict do nothing returning id, name
            )
            insert into unit (municipality_id, id, kind, name) select id, ?, 'MUNICIPALITY', name from made
            """)) {
      insert.setInt(1, id);
      insert.setString(2, name);
      insert.setObject(3, rootUnit);
      insert.executeUpdate();
    }
  }
}
