package dk.genvej.demo;

import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import dk.genvej.settings.Setting;
import dk.genvej.shared.Ids;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Enters the municipalities with units and staff, as the owner of the schema. A second run adds
 * what is missing and changes nothing, but for a day that is later than before.
 */
final class DemoRegister {

  private final Installation installation;
  private final Instant machine;

  DemoRegister(Installation installation, Instant machine) {
    this.installation = installation;
    this.machine = machine;
  }

  /**
   * @param begins the day in the municipality when it is made
   * @param day the day it is to have if it was made before; null leaves its clock alone
   */
  void enter(DemoMunicipality municipality, LocalDate begins, @Nullable LocalDate day) {
    Municipalities.add(
        installation.url(),
        Installation.OWNER,
        installation.password(),
        municipality.code(),
        municipality.name(),
        municipality.root().id());
    try (var connection = open()) {
      enter(connection, municipality.code());
      if (!known(connection, municipality.code())) {
        begin(connection, municipality.code(), begins);
      } else if (day != null) {
        moveForward(connection, municipality, day);
      }
      units(connection, municipality);
      staff(connection, municipality);
      reporting(connection, municipality, begins);
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException(municipality.name() + " could not be entered", failed);
    }
  }

  private Connection open() throws SQLException {
    var connection =
        DriverManager.getConnection(
            installation.url(), Installation.OWNER, installation.password());
    connection.setAutoCommit(false);
    return connection;
  }

  private static void enter(Connection connection, int code) throws SQLException {
    try (var enter = connection.prepareStatement("select set_config('app.m', ?, true)")) {
      enter.setString(1, Integer.toString(code));
      enter.execute();
    }
  }

  /** Its units come in the same transaction as its first day. */
  private static boolean known(Connection connection, int code) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select from unit where municipality_id = ? and kind <> 'MUNICIPALITY' limit 1")) {
      query.setInt(1, code);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void units(Connection connection, DemoMunicipality municipality)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into unit (municipality_id, id, parent_id, kind, name) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing")) {
      for (var unit : municipality.units()) {
        insert.setInt(1, municipality.code());
        insert.setObject(2, unit.id());
        insert.setObject(3, unit.parentId());
        insert.setString(4, unit.kind().name());
        insert.setString(5, unit.name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Everybody at once: without it nobody could be appointed before they have logged in. */
  private void staff(Connection connection, DemoMunicipality municipality) throws SQLException {
    try (var user =
            connection.prepareStatement(
                "insert into app_user (municipality_id, id, subject, name, first_seen_at)"
                    + " values (?, ?, ?, ?, ?) on conflict do nothing");
        var member =
            connection.prepareStatement(
                "insert into membership (municipality_id, user_id, role, unit_id)"
                    + " values (?, ?, ?, ?) on conflict do nothing")) {
      for (var one : municipality.staff()) {
        user.setInt(1, one.municipality());
        user.setObject(2, one.id());
        user.setString(3, one.username());
        user.setString(4, one.name());
        user.setObject(5, machine.atOffset(ZoneOffset.UTC));
        user.addBatch();
        member.setInt(1, one.municipality());
        member.setObject(2, one.id());
        member.setString(3, one.role().name());
        member.setObject(4, one.unit().id());
        member.addBatch();
      }
      user.executeBatch();
      member.executeBatch();
    }
  }

  /** Genvej is the record that reports, from the first day of the demo on. */
  private void reporting(Connection connection, DemoMunicipality municipality, LocalDate from)
      throws SQLException {
    try (var sor =
            connection.prepareStatement("update municipality set sor_code = ? where id = ?");
        var choice =
            connection.prepareStatement(
                "insert into setting (municipality_id, id, key, valid_from, value, source,"
                    + " received_at) select ?, ?, ?, ?, '1', 'Demo', ? where not exists (select"
                    + " from setting where municipality_id = ? and key = ?)")) {
      sor.setString(1, DemoGateway.sorCode(municipality));
      sor.setInt(2, municipality.code());
      sor.executeUpdate();
      var key = Setting.GATEWAY_REPORTS.key();
      choice.setInt(1, municipality.code());
      choice.setObject(2, Ids.next());
      choice.setString(3, key);
      choice.setObject(4, from);
      choice.setObject(5, machine.atOffset(ZoneOffset.UTC));
      choice.setInt(6, municipality.code());
      choice.setString(7, key);
      choice.executeUpdate();
    }
  }

  /** A municipality that is new begins on any day, in the past too. */
  private void begin(Connection connection, int code, LocalDate day) throws SQLException {
    try (var set =
        connection.prepareStatement(
            "update municipality set time_shift = make_interval(days => ?) where id = ?")) {
      set.setInt(1, DemoTime.shift(machine, day));
      set.setInt(2, code);
      set.executeUpdate();
    }
  }

  private void moveForward(Connection connection, DemoMunicipality municipality, LocalDate day)
      throws SQLException {
    try (var move = connection.prepareStatement(DemoTime.MOVE)) {
      DemoTime.bind(move, municipality.code(), DemoTime.shift(machine, day));
      if (move.executeUpdate() == 0) {
        throw new DemoException(
            municipality.name()
                + " is past "
                + day
                + " already and its clock only goes forward: give a later --today, or another"
                + " --home.");
      }
    }
  }
}
