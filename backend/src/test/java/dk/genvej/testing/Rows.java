package dk.genvej.testing;

import dk.genvej.shared.Ids;
import dk.genvej.testing.CourseFixture.Made;
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

  /** All a plan needs besides the citizen's words. */
  public Rows ready() {
    var condition = condition();
    add(
        "course_condition",
        Map.of(
            "course_id",
            text(made.courseId()),
            "condition_id",
            text(condition),
            "expected_level",
            "1",
            "in_focus",
            "true"));
    goal(condition, true);
    return this;
  }

  /** Personlig pleje, in focus of no course. */
  public UUID condition() {
    return add(
        "condition",
        Map.of(
            "code", text(Story.PERSONAL_CARE),
            "level", "3",
            "level_on", "'2025-01-17'",
            "recorded_on", "'2025-01-17'"));
  }

  public UUID goal(UUID condition, boolean agreed) {
    return add(
        "goal",
        Map.of(
            "course_id", text(made.courseId()),
            "condition_id", text(condition),
            "citizens_words", "'Selv i bad'",
            "measure", "'Hjælp'",
            "baseline", "'Til alt'",
            "baseline_on", "'2025-01-17'",
            "target", "'Ingen'",
            "target_on", "'2025-04-14'",
            "status", "'OPEN'",
            "agreed_with_citizen", Boolean.toString(agreed)));
  }

  public UUID openPause(String from) {
    return add(
        "pause",
        Map.of("course_id", text(made.courseId()), "from_day", text(from), "reason", "'HOSPITAL'"));
  }

  /** In a transaction that holds the citizen's marker. */
  public void run(String sql) {
    ByHand.write(world, made.citizenId(), sql);
  }

  /** As SQL writes it. */
  public static String text(Object value) {
    return "'" + value + "'";
  }
}
