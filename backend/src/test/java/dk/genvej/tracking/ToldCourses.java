package dk.genvej.tracking;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Courses of a test, lived through the API, and what central tracking is told of them. */
final class ToldCourses {

  private final World world;

  ToldCourses(World world) {
    this.world = world;
  }

  Story completed(String after) {
    var course = started();
    world.on("2025-02-25", "12:00");
    course.visitHeld("2025-02-18T10:00:00+01:00", 45);
    course.visitHeld("2025-02-25T10:00:00+01:00", 45);
    world.on("2025-04-14");
    course.scores("FINAL", "7");
    course.evaluated("2025-04-14");
    world.on("2025-04-16");
    course.revisited("2025-04-16", after).created();
    return course;
  }

  Story started() {
    return started("2025-01-20", new Story(world, aCitizen(world)));
  }

  Story started(String day, Story course) {
    course.referredTo(world.anna, day).planned();
    course.scores("BASELINE", "3");
    return course.started(day);
  }

  void followUp(UUID id, String minutes) {
    Api.as(world.vera)
        .post(
            "/follow-ups/" + id + "/record",
            Map.of("heldOn", "2025-07-16", "help", Story.minutes(minutes), "result", "CONTINUES"))
        .ok();
  }

  void mark(Story course, int version, boolean member) {
    Api.as(world.carla)
        .ifMatch(version)
        .put("/courses/" + course.courseId + "/cohort", Map.of("member", member))
        .ok();
  }

  /** The first of a course's records of that kind. */
  UUID id(Story course, String table) {
    return UUID.fromString(
        world.value(
            "select id from %s where course_id = '%s' order by %s limit 1"
                .formatted(table, course.courseId, table.equals("follow_up") ? "month" : "id")));
  }

  List<String> rows(Story course) {
    var rows =
        world.value(
            "select coalesce(string_agg(concat_ws(' ', o.version, o.event, o.follow_up_month,"
                + " o.operation, 'of ' || o.supersedes), ';' order by o.version), '')"
                + from(course));
    return rows.isEmpty() ? List.of() : List.of(rows.split(";"));
  }

  String last(Story course, String columns) {
    var texts = List.of(columns.split(", *")).stream().map(one -> "o." + one + "::text").toList();
    return world.value(
        "select array_to_string(array[%s], ' ', '')".formatted(String.join(", ", texts))
            + from(course)
            + " order by o.version desc limit 1");
  }

  String instruments(Story course) {
    return world.value(
        "select coalesce(string_agg(concat_ws(' ', i.instrument, i.instrument_version, i.scale,"
            + " i.items, i.before_mean, i.after_mean, i.change, i.scorer_class), ';'), '')"
            + from(course)
                .replace(
                    "where",
                    "join outcome_instrument i using (municipality_id,"
                        + " tracking_id, version) where o.superseded_by is null and"));
  }

  private static String from(Story course) {
    return " from outcome o join outcome_course k using (municipality_id, tracking_id) where"
        + " k.course_id = '%s'".formatted(course.courseId);
  }

  /** How many rows count: by the mark beside them, which must say what the versions say. */
  String standing() {
    var marked = "select count(*) from outcome_standing where municipality_id = :m";
    var meant =
        "select count(*) from (select distinct on (tracking_id, event, follow_up_month) operation"
            + " from outcome where municipality_id = :m order by tracking_id, event,"
            + " follow_up_month, version desc) latest where operation <> 'ANNULLED'";
    assertThat(world.value(marked)).isEqualTo(world.value(meant));
    return world.value(marked);
  }

  /** Every standing row, without what differs by when and how it was told. */
  List<String> all() {
    var rows =
        world.value(
            "select coalesce(string_agg((to_jsonb(o) - array['tracking_id', 'version',"
                + " 'operation', 'supersedes', 'historic', 'content_hash', 'written_at',"
                + " 'cause_type', 'cause_id', 'cause_version'])::text || coalesce((select"
                + " string_agg((to_jsonb(i) - array['tracking_id', 'version'])::text, ',' order by"
                + " scale) from outcome_instrument i where (i.tracking_id, i.version) ="
                + " (o.tracking_id, o.version)), ''), E'\\n' order by event, event_on), '') from"
                + " outcome_standing o where municipality_id = :m");
    return rows.isEmpty() ? List.of() : List.of(rows.split("\n"));
  }

  void forget() {
    for (var table : List.of("outcome_instrument", "outcome", "outcome_course")) {
      world.past("delete from " + table + " where municipality_id = :m");
    }
  }
}
