package dk.genvej.tracking;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.Story;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written for central tracking when a course ends, and when anything of it is mended. */
class OutcomeRecordTest {

  private static final Map<String, String> WHY = Map.of("reason", "Tastet forkert");

  private final World world = new World();

  @Test
  void aCompletedCourseIsToldOnceInTheTransactionThatCompletesIt() {
    var course = completed("120");

    assertThat(rows(course)).containsExactly("1 COMPLETED NEW");
    assertThat(
            last(
                course,
                "event_on, age_band, legal_basis, intervention_type, started_on, due_on,"
                    + " evaluated_on, completed_on, before_minutes, shadow_minutes, after_minutes,"
                    + " after_basis, category, goals_met, goals_total, visits, visit_minutes,"
                    + " cohort, historic, cause_type"))
        .isEqualTo(
            "2025-04-16 FROM_80_TO_84 SEL_83A HVERDAGSREHABILITERING 2025-01-20 2025-04-14"
                + " 2025-04-14 2025-04-16 90.0 420.0 120.0 MINUTES LESS_HELP 1 1 2 90.0 f f"
                + " course");
    assertThat(instruments(course)).isEqualTo("PSFS 1 TOTAL 1 3.00 7.00 4.00 CITIZEN");
  }

  @Test
  void everyColumnThatIsMendedIsToldAsACorrectionOfItsRow() {
    var course = completed("120");
    var visit = id(course, "visit");
    correctAfter(course, "150");
    Api.as(world.carla).post("/visits/" + visit + "/annulment", WHY).ok();
    Api.as(world.carla).post("/scores/" + id(course, "score") + "/annulment", WHY).ok();
    Api.as(world.carla)
        .post(
            "/courses/" + course.courseId + "/start-correction",
            Map.of("startedOn", "2025-01-21", "reason", "Første besøg var dagen efter"))
        .ok();
    Api.as(world.vera)
        .post(
            "/referrals/" + course.referralId + "/shadow-correction",
            Map.of("shadow", Story.minutes("400"), "reason", "Regnet forkert"))
        .ok();
    mark(course, 0, true);

    assertThat(rows(course))
        .containsExactly(
            "1 COMPLETED NEW",
            "2 COMPLETED CORRECTION of 1",
            "3 COMPLETED CORRECTION of 2",
            "4 COMPLETED CORRECTION of 3",
            "5 COMPLETED CORRECTION of 4",
            "6 COMPLETED CORRECTION of 5",
            "7 COMPLETED CORRECTION of 6");
    assertThat(last(course, "started_on, due_on, shadow_minutes, after_minutes, visits, cohort"))
        .isEqualTo("2025-01-21 2025-04-15 400.0 150.0 1 t");
    assertThat(instruments(course)).as("scored before only").isEmpty();
    assertThat(standing()).isEqualTo("1");
  }

  @Test
  void aChangeThatNoColumnComesFromIsNotTold() {
    var course = completed("120");
    course.reviewed(world.carla).ok();
    mark(course, 0, false);
    correctAfter(course, "120");

    assertThat(rows(course)).containsExactly("1 COMPLETED NEW");
  }

  @Test
  void aFollowUpIsItsOwnRowAnnulledAndToldAnew() {
    var course = completed("120");
    world.on("2025-07-16");
    var followUp = id(course, "follow_up");
    followUp(followUp, "90");
    Api.as(world.vera).post("/follow-ups/" + followUp + "/annulment", WHY).ok();
    followUp(followUp, "150");

    assertThat(rows(course))
        .containsExactly(
            "1 COMPLETED NEW",
            "2 FOLLOW_UP 3 NEW",
            "3 FOLLOW_UP 3 ANNULLED of 2",
            "4 FOLLOW_UP 3 NEW");
    assertThat(
            last(
                course,
                "follow_up_month, follow_up_minutes, follow_up_basis, follow_up_result,"
                    + " after_minutes, visits, cause_type"))
        .isEqualTo("3 150.0 MINUTES CONTINUES 120.0  follow_up");
    assertThat(standing()).as("the end and one follow-up").isEqualTo("2");
  }

  @Test
  void aCourseEnteredInErrorIsTakenOutOfEveryTotal() {
    var course = completed("120");
    world.on("2025-07-16");
    followUp(id(course, "follow_up"), "90");
    Api.as(world.carla).post("/courses/" + course.courseId + "/annulment", WHY).ok();

    assertThat(rows(course)).endsWith("3 COMPLETED ANNULLED of 1", "4 FOLLOW_UP 3 ANNULLED of 2");
    assertThat(standing()).isEqualTo("0");
  }

  @Test
  void aStoppedCourseIsToldAndItsShadowMended() {
    var course = started();
    world.on("2025-04-03");
    course.stop(world.anna, "2025-04-03", "DECLINED").ok();
    Api.as(world.vera)
        .post(
            "/referrals/" + course.referralId + "/shadow-correction",
            Map.of("shadow", Story.minutes("400"), "reason", "Regnet forkert"))
        .ok();

    assertThat(rows(course)).containsExactly("1 STOPPED NEW", "2 STOPPED CORRECTION of 1");
    assertThat(last(course, "event_on, stopped_on, stop_reason, stop_week, shadow_minutes"))
        .isEqualTo("2025-04-03 2025-04-03 DECLINED 11 400.0");
  }

  @Test
  void aQueueTellsWhatItsItemsEndedAndLooksUpOnceForAllOthers() {
    var course = started();
    var other = started();
    world.on("2025-04-03");
    var tablet = Outbox.of(world, world.anna);
    var queue = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 20; i++) {
      queue.add(tablet.visit(other.courseId, "2025-04-02T%02d:00:00+02:00".formatted(i)));
    }
    queue.add(
        tablet.write(
            "stopCourse",
            Map.of("courseId", course.courseId),
            Map.of("reason", "DECLINED", "stoppedOn", "2025-04-03")));

    var statements = QueryCount.during(() -> tablet.push(queue).ok());

    assertThat(rows(course)).containsExactly("1 STOPPED NEW");
    assertThat(rows(other)).isEmpty();
    assertThat(
            statements.stream()
                .filter(one -> one.contains("from outcome_course") && one.contains("union")))
        .hasSize(1);
  }

  @Test
  void whatIsFoundAfterwardsIsTheSameAsWhatWasToldAtTheTime() {
    var course = completed("120");
    correctAfter(course, "150");
    world.on("2025-07-16");
    followUp(id(course, "follow_up"), "90");
    var stopped = started("2025-08-04", new Story(world, course.citizenId));
    world.on("2025-08-20");
    stopped.stop(world.anna, "2025-08-20", "DECLINED").ok();
    var live = all();
    forget();
    assertThat(all()).isEmpty();

    var found = TestServer.running().context().getBean(OutcomeBackfill.class);

    assertThat(found.run(world.municipality)).isEqualTo(2);
    assertThat(all()).isEqualTo(live).hasSize(3);
    assertThat(world.value("select bool_and(historic) from outcome where municipality_id = :m"))
        .isEqualTo("t");
    assertThat(found.run(world.municipality)).as("a second time").isZero();
  }

  /** R12: every outcome has its change, every end and every recorded follow-up its outcome. */
  @Test
  void noOutcomeWithoutItsChangeAndNoEndWithoutItsOutcome() {
    var course = completed("120");
    correctAfter(course, "150");
    world.on("2025-07-16");
    followUp(id(course, "follow_up"), "90");

    assertThat(
            world.value(
                "select count(*) from outcome o where o.municipality_id = :m and not exists (select"
                    + " from change_log c where c.municipality_id = :m and c.record_id = o.cause_id"
                    + " and c.version = o.cause_version and c.received_at = o.written_at)"))
        .isEqualTo("0");
    assertThat(
            world.value(
                "select count(*) from event e where e.municipality_id = :m and e.kind in"
                    + " ('CourseCompleted', 'CourseStopped', 'FollowUpRecorded',"
                    + " 'FollowUpAnnulled', 'CourseOutcomeCorrected') and not exists (select from"
                    + " outcome o where o.municipality_id = :m and o.cause_id = e.record_id and"
                    + " o.cause_version = e.version)"))
        .isEqualTo("0");
  }

  // ---- what the tests stand on

  private Story completed(String after) {
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

  private Story started() {
    return started("2025-01-20", new Story(world, aCitizen(world)));
  }

  private Story started(String day, Story course) {
    course.referredTo(world.anna, day).planned();
    course.scores("BASELINE", "3");
    return course.started(day);
  }

  private void correctAfter(Story course, String after) {
    Api.as(world.vera)
        .post(
            "/courses/" + course.courseId + "/revisitation-correction",
            Map.of("after", Story.minutes(after), "reason", "Regnet forkert"))
        .ok();
  }

  private void followUp(UUID id, String minutes) {
    Api.as(world.vera)
        .post(
            "/follow-ups/" + id + "/record",
            Map.of("heldOn", "2025-07-16", "help", Story.minutes(minutes), "result", "CONTINUES"))
        .ok();
  }

  private void mark(Story course, int version, boolean member) {
    Api.as(world.carla)
        .ifMatch(version)
        .put("/courses/" + course.courseId + "/cohort", Map.of("member", member))
        .ok();
  }

  /** The first of a course's records of that kind. */
  private UUID id(Story course, String table) {
    return UUID.fromString(
        world.value(
            "select id from %s where course_id = '%s' order by %s limit 1"
                .formatted(table, course.courseId, table.equals("follow_up") ? "month" : "id")));
  }

  private List<String> rows(Story course) {
    var rows =
        world.value(
            "select coalesce(string_agg(concat_ws(' ', o.version, o.event, o.follow_up_month,"
                + " o.operation, 'of ' || o.supersedes), ';' order by o.version), '')"
                + from(course));
    return rows.isEmpty() ? List.of() : List.of(rows.split(";"));
  }

  private String last(Story course, String columns) {
    var texts = List.of(columns.split(", *")).stream().map(one -> "o." + one + "::text").toList();
    return world.value(
        "select array_to_string(array[%s], ' ', '')".formatted(String.join(", ", texts))
            + from(course)
            + " order by o.version desc limit 1");
  }

  private String instruments(Story course) {
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
  private String standing() {
    var marked = "select count(*) from outcome_standing where municipality_id = :m";
    var meant =
        "select count(*) from (select distinct on (tracking_id, event, follow_up_month) operation"
            + " from outcome where municipality_id = :m order by tracking_id, event,"
            + " follow_up_month, version desc) latest where operation <> 'ANNULLED'";
    assertThat(world.value(marked)).isEqualTo(world.value(meant));
    return world.value(marked);
  }

  /** Every standing row, without what differs by when and how it was told. */
  private List<String> all() {
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

  private void forget() {
    for (var table : List.of("outcome_instrument", "outcome", "outcome_course")) {
      world.past("delete from " + table + " where municipality_id = :m");
    }
  }
}
