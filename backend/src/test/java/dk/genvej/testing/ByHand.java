package dk.genvej.testing;

import dk.genvej.shared.Ids;
import java.sql.SQLException;
import java.util.UUID;

/** Records about a citizen that no operation under test makes, written past every policy. */
public final class ByHand {

  private ByHand() {}

  /** One statement about the citizen, whose marker is raised first. */
  public static void write(World world, UUID citizenId, String sql) {
    try (var connection = world.superuser()) {
      connection.setAutoCommit(false);
      World.execute(
          connection,
          ("update citizen_change set seq = seq + 1, raised_in = pg_current_xact_id()"
                  + " where municipality_id = %d and citizen_id = '%s'")
              .formatted(world.municipality, citizenId));
      World.execute(connection, sql.replace(":m", Integer.toString(world.municipality)));
      connection.commit();
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }

  /** A condition (tilstand) of the citizen for goals to belong to. */
  public static UUID condition(World world, UUID citizenId) {
    var id = Ids.next();
    write(
        world,
        citizenId,
        """
        insert into condition (municipality_id, id, citizen_id, code, level, level_on, recorded_on,
          version, stamp_happened_at, stamp_recorded_at, stamp_received_at, stamp_author_id)
        values (:m, '%s', '%s', gen_random_uuid(), 3, '2025-01-13', '2025-01-13', 1, now(), now(),
          now(), '%s')
        """
            .formatted(id, citizenId, world.anna.id()));
    return id;
  }
}
