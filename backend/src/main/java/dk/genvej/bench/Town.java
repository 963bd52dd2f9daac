package dk.genvej.bench;

import dk.genvej.database.Installation;
import dk.genvej.database.Municipalities;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a municipality's years, a caseload in one transaction, with every trigger, check and
 * foreign key at work: the markers are raised first, as by any writer.
 */
final class Town {

  private static final String STAMP_COLUMNS =
      "version, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id";

  private final int municipality;
  private final Connection superuser;

  Town(int municipality, Connection superuser) {
    this.municipality = municipality;
    this.superuser = superuser;
  }

  private boolean made(Caseload caseload) throws SQLException {
    try (var query =
        superuser.prepareStatement("select from citizen where municipality_id = ? and id = ?")) {
      query.setInt(1, municipality);
      query.setObject(2, caseload.citizen(0));
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** What is there already stays as it is. */
  void make(Installation installation, int years, int caseloads) throws SQLException {
    Municipalities.add(
        installation.url(),
        Installation.OWNER,
        installation.password(),
        municipality,
        "By " + municipality,
        Caseload.hashed("root " + municipality));
    superuser.setAutoCommit(false);
    try (var statement = superuser.createStatement()) {
      for (int year = years - 1; year >= 0; year--) {
        for (int number = 0; number < caseloads; number++) {
          var caseload = new Caseload(municipality, year, number);
          if (!made(caseload)) {
            make(statement, caseload);
          }
          superuser.commit();
        }
      }
      statement.execute(
          "update municipality set units_version = units_version + 1 where id = " + municipality);
      superuser.commit();
    }
  }

  private static void make(Statement statement, Caseload caseload) throws SQLException {
    for (var sql : TownSql.of(caseload)) {
      statement.execute(sql.replace("{stamp}", STAMP_COLUMNS));
    }
  }
}
