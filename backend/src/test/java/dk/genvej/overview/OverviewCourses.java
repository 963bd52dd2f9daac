package dk.genvej.overview;

import static dk.genvej.testing.Rows.text;

import dk.genvej.shared.Ids;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.Rows;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

/** Courses at the points where the lists tell them apart, written past the API. */
final class OverviewCourses {

  private final World world;

  OverviewCourses(World world) {
    this.world = world;
  }

  Made started(String day) {
    return CourseFixture.aCourse(world).startedOn(day).make();
  }

  Made completed(String start, String completedOn) {
    var made = started(start);
    rows(made)
        .course(
            "state = 'COMPLETED', evaluated_on = due_on, completed_on = '%s', category = 'LESS_HELP',"
                    .formatted(completedOn)
                + " degree_of_help = 28.6, saved_minutes = 300");
    rows(made)
        .add(
            "help",
            Map.of(
                "referral_id", text(made.referralId()),
                "moment", "'AFTER'",
                "basis", "'MINUTES'",
                "minutes_per_week", "120",
                "services",
                    "'[{\"service\": \"PERSONAL_CARE\", \"minutes\": 120, \"everyWeeks\": 1}]'",
                "recorded_on", text(completedOn)));
    return made;
  }

  void stop(Made made, String day, String reason) {
    rows(made)
        .course(
            "state = 'STOPPED', stopped_on = '%s', stop_reason = '%s', stop_text = 'Fortalt i ord'"
                .formatted(day, reason));
  }

  void visit(Made made, String state, String plannedAt) {
    rows(made)
        .add(
            "visit",
            Map.of(
                "course_id", text(made.courseId()),
                "state", text(state),
                "contact_type", "'HOME'",
                "visitor_id", text(world.anna.id()),
                "planned_at", text(plannedAt)));
  }

  void evaluation(Made made, String due) {
    rows(made)
        .add(
            "evaluation",
            Map.of(
                "course_id",
                text(made.courseId()),
                "kind",
                "'TWELVE_WEEK'",
                "state",
                "'DUE'",
                "due_on",
                text(due)));
  }

  void followUp(Made made, int month, String due) {
    rows(made)
        .add(
            "follow_up",
            Map.of(
                "course_id", text(made.courseId()),
                "month", Integer.toString(month),
                "due_on", text(due),
                "state", "'DUE'"));
  }

  UUID goal(Made made, String status) {
    return rows(made)
        .add(
            "goal",
            Map.of(
                "course_id", text(made.courseId()),
                "condition_id", text(condition(made)),
                "citizens_words", "'Jeg vil i bad selv'",
                "measure", "'Gange om ugen'",
                "baseline", "'Ingen'",
                "baseline_on", "'2025-01-06'",
                "target", "'To'",
                "target_on", "'2025-04-01'",
                "status", text(status),
                "agreed_with_citizen", "true"));
  }

  private UUID condition(Made made) {
    return rows(made)
        .add(
            "condition",
            Map.of(
                "code", text(Ids.next()),
                "level", "2",
                "level_on", "'2025-01-06'",
                "recorded_on", "'2025-01-06'"));
  }

  UUID copm(Made made, String phase, String scorer, int... values) {
    var items = new ArrayList<String>();
    for (int i = 0; i < values.length; i++) {
      items.add(
          "{\"activity\": \"Aktivitet %d\", \"scale\": \"SATISFACTION\", \"value\": %d}"
              .formatted(i, values[i]));
    }
    return rows(made)
        .add(
            "score",
            Map.of(
                "course_id",
                text(made.courseId()),
                "instrument",
                "'COPM'",
                "instrument_version",
                "'1'",
                "phase",
                text(phase),
                "scorer",
                text(scorer),
                "scored_on",
                "'2025-04-01'",
                "items",
                "'" + items + "'"));
  }

  void annul(String table, Made made, UUID id) {
    rows(made)
        .run("update %s set annulled_at = now(), version = 2 where id = '%s'".formatted(table, id));
  }

  Rows rows(Made made) {
    return Rows.about(world, made);
  }
}
