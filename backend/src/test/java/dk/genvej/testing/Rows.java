package dk.genvej.testing;

import dk.genvej.shared.Ids;
import dk.genvej.testing.CourseFixture.Made;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows about a citizen that a test needs and does not care how they came. */
public final class Rows {

  private final World world;
  private final Made made;

  private Rows(World world, Made made) {
    this.world = world;
    this.made = made;
  }

  public static Rows about(World world, Made made) {
    return new Rows(world, made);
  }

  /**
   * Adds a row of the course.
   *
   * @param values SQL by column; what every row has is added
   */
  public UUID add(String table, Map<String, String> values) {
    var id = Ids.next();
    var columns = values.keySet().stream().collect(Collectors.joining(", "));
    var data = values.values().stream().collect(Collectors.joining(", "));
    run(
        """
        insert into %s (municipality_id, id, citizen_id, version, stamp_happened_at,
          stamp_recorded_at, stamp_received_at, stamp_author_id, %s)
        values (%d, '%s', '%s', 1, now(), now(), now(), '%s', %s)
        """
            .formatted(
                table, columns, world.municipality, id, made.citizenId(), world.anna.id(), data));
    return id;
  }

  /** Sets columns of the course itself. */
  public Rows course(String assignments) {
    run(
        "update course set version = version + 1, %s where municipality_id = %d and id = '%s'"
            .formatted(assignments, world.municipality, made.courseId()));
    return this;
  }

  /** In a transaction that holds the citizen's marker. */
  public void run(String sql) {
    try (var connection = world.superuser()) {
      connection.setAutoCommit(false);
      World.execute(
          connection,
          "update citizen_change set seq = seq + 1, raised_in = pg_current_xact_id()"
              + " where municipality_id = %d and citizen_id = '%s'"
                  .formatted(world.municipality, made.citizenId()));
      World.execute(connection, sql);
      connection.commit();
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }
}
