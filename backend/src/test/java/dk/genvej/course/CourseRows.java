package dk.genvej.course;

import dk.genvej.shared.Ids;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.World;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of a course that a test begins with, written past the API. */
final class CourseRows {

  private static final String COLUMNS =
      "municipality_id, id, citizen_id, version, stamp_happened_at, stamp_recorded_at,"
          + " stamp_received_at, stamp_author_id";

  private final World world;
  private final Made made;

  CourseRows(World world, Made made) {
    this.world = world;
    this.made = made;
  }

  /** All a plan needs besides the citizen's words. */
  CourseRows ready() {
    var condition = condition();
    add(
        "course_condition",
        "course_id, condition_id, expected_level, in_focus",
        "'%s', '%s', 1, true".formatted(made.courseId(), condition));
    goal(condition, true);
    return this;
  }

  /** One that is in focus of no course. */
  UUID condition() {
    return add(
        "condition",
        "code, level, level_on, recorded_on",
        "'feb38b55-c2d7-4d57-99c2-93622eaa0025', 3, '2025-01-17', '2025-01-17'");
  }

  UUID goal(UUID condition, boolean agreed) {
    return add(
        "goal",
        "course_id, condition_id, citizens_words, measure, baseline, baseline_on, target,"
            + " target_on, status, agreed_with_citizen",
        "'%s', '%s', 'Selv i bad', 'Hjælp', 'Til alt', '2025-01-17', 'Ingen', '2025-04-14', 'OPEN', %s"
            .formatted(made.courseId(), condition, agreed));
  }

  UUID openPause(String from) {
    return add(
        "pause",
        "course_id, from_day, reason",
        "'%s', '%s', 'HOSPITAL'".formatted(made.courseId(), from));
  }

  private UUID add(String table, String columns, String values) {
    var id = Ids.next();
    run(
        "insert into %s (%s, %s) values (%d, '%s', '%s', 1, now(), now(), now(), '%s', %s)"
            .formatted(
                table,
                COLUMNS,
                columns,
                world.municipality,
                id,
                made.citizenId(),
                world.vera.id(),
                values));
    return id;
  }

  /** In a transaction that holds the citizen's marker. */
  private void run(String sql) {
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
