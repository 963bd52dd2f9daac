package dk.genvej.check.push;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The pushes as they stand in the database, read past every policy. */
final class PushRows {

  private static final String NEXT =
      """
      select min(greatest(p.next_at, a.until,
                          (select max(d.push_paused_until) from device d
                            where d.municipality_id = p.municipality_id and d.id = p.device_id)))
        from push p left join push_pause a on a.municipality_id = p.municipality_id
       where p.municipality_id = ? and p.state in ('WAITING', 'SENDING')
      """;

  private PushRows() {}

  record Row(UUID notification, UUID device, String state, String problem) {

    boolean done() {
      return !state.equals("WAITING") && !state.equals("SENDING");
    }
  }

  /** When something can go on; empty when all are done. */
  static Optional<Instant> next(Connection superuser, int municipality) throws SQLException {
    try (var query = superuser.prepareStatement(NEXT)) {
      query.setInt(1, municipality);
      try (var rows = query.executeQuery()) {
        rows.next();
        return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
      }
    }
  }

  static List<Row> all(Connection superuser, int municipality) throws SQLException {
    var all = new ArrayList<Row>();
    try (var query =
        superuser.prepareStatement(
            "select notification_id, device_id, state, coalesce(problem, '') from push"
                + " where municipality_id = ?")) {
      query.setInt(1, municipality);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          all.add(
              new Row(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getString(3),
                  rows.getString(4)));
        }
      }
    }
    return all;
  }
}
