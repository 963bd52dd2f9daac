package dk.genvej.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.CourseFixture.Made;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.Rows;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverviewApiTest {

  private final World world = new World().on("2025-04-02");

  // ---- the therapist's own

  @Test
  void myCoursesComeByWhatIsDueNextOverAllCareAreas() {
    var active = started("2025-02-10");
    var visited = started("2025-02-10");
    visit(visited, "PLANNED", "2025-04-04 22:30+00");
    visit(visited, "CANCELLED", "2025-04-03 08:00+00");
    var late = started("2025-01-06");
    var evaluated = started("2025-01-06");
    rows(evaluated).course("state = 'EVALUATED', evaluated_on = '2025-03-31'");
    var referred = CourseFixture.aCourse(world).in(CourseState.REFERRED).make();
    var ended = started("2025-01-06");
    stop(ended, "2025-03-01", "MOVED_AWAY");

    var mine = Api.as(world.anna).get("/courses/mine").ok();

    assertThat(ids(mine)).containsExactly(ids(referred, late, visited, active, evaluated));
    assertThat(dues(mine))
        .containsExactly(
            "2025-01-13 PLAN false",
            "2025-03-31 TWELVE_WEEK_EVALUATION true",
            "2025-04-05 VISIT false",
            "2025-05-05 TWELVE_WEEK_EVALUATION false",
            "  false");
    assertThat(mine.at("/items/1/citizen/name")).isEqualTo("Inger Opdigtet");
    assertThat(mine.at("/items/1/careArea/name")).isEqualTo("Nord 1");
    assertThat(disclosed("listMyCourses")).isEqualTo("5");
  }

  @Test
  void aColleaguesCoursesAreNotMineUntilIStandInForThem() {
    var annas = started("2025-02-10");
    assertThat(ids(Api.as(world.asta).get("/courses/mine").ok())).isEmpty();
    assertThat(ids(Api.as(world.bo).get("/courses/mine").ok())).isEmpty();

    world.sql(
        connection ->
            World.execute(
                connection,
                "insert into substitution (municipality_id, id, absent_id, substitute_id,"
                    + " author_id, role, from_day, until_day, received_at)"
                    + " values (%d, '%s', '%s', '%s', '%3$s',"
                        .formatted(world.municipality, Ids.next(), world.anna.id(), world.asta.id())
                    + " 'THERAPIST', '2025-04-01', '2025-04-03', now())"));

    assertThat(ids(Api.as(world.asta).get("/courses/mine").ok())).containsExactly(ids(annas));
    world.on("2025-04-04");
    assertThat(ids(Api.as(world.asta).get("/courses/mine").ok())).isEmpty();
  }

  @Test
  void pagesHoldEveryCourseOnceWhereManyAreDueTheSameDay() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      all.add(started("2025-02-10").courseId().toString());
    }

    assertThat(paged(world.anna, "/courses/mine?limit=2")).containsExactlyElementsOf(all);
  }

  @Test
  void myCoursesAreForTherapists() {
    for (var user : List.of(world.sofie, world.vera, world.carla, world.lars)) {
      Api.as(user).get("/courses/mine").refused(403, "ROLE_NOT_ALLOWED");
    }
  }

  @Test
  void myCoursesCostTheSameHoweverMany() {
    var anna = Api.as(world.anna);
    started("2025-02-10");
    anna.get("/courses/mine").ok();
    var few = QueryCount.during(() -> anna.get("/courses/mine").ok());
    for (int i = 0; i < 4; i++) {
      visit(started("2025-02-10"), "PLANNED", "2025-04-05 08:00+00");
    }

    var many = QueryCount.during(() -> anna.get("/courses/mine").ok());

    assertThat(many).isEqualTo(few).filteredOn(sql -> sql.contains("from course c")).hasSize(1);
  }

  // ---- completed

  @Test
  void aCompletedCourseShowsHelpChangeAndGoals() {
    var made = completed("2025-01-06", "2025-04-02");
    goal(made, "ACHIEVED");
    goal(made, "ACHIEVED");
    goal(made, "PARTLY");
    annul("goal", made, goal(made, "ACHIEVED"));
    copm(made, "BASELINE", "CITIZEN", 4, 4, 5);
    copm(made, "FINAL", "CITIZEN", 5, 5, 7);

    var seen = Api.as(world.carla).get("/courses/completed").ok();

    assertThat(seen.at("/items/0/id")).isEqualTo(made.courseId().toString());
    assertThat(seen.at("/items/0/shadow/minutesPerWeek")).isEqualTo("420.0");
    assertThat(seen.at("/items/0/after/minutesPerWeek")).isEqualTo("120.0");
    assertThat(seen.at("/items/0/after/services/0/service")).isEqualTo("PERSONAL_CARE");
    assertThat(seen.at("/items/0/category")).isEqualTo("LESS_HELP");
    assertThat(seen.at("/items/0/degreeOfHelp")).isEqualTo("28.6");
    assertThat(seen.at("/items/0/onTime")).isEqualTo("true");
    assertThat(seen.at("/items/0/interventionType")).isEqualTo("HVERDAGSREHABILITERING");
    assertThat(seen.json().at("/items/0/goals").toString())
        .isEqualTo("{\"total\":3,\"open\":0,\"achieved\":2,\"partly\":1,\"notAchieved\":0}");
    assertThat(disclosed("listCompletedCourses")).isEqualTo("1");
  }

  @Test
  void theChangeOnAScaleIsExactAndTellsWhetherItMatters() {
    var made = completed("2025-01-06", "2025-04-02");
    copm(made, "BASELINE", "CITIZEN", 4, 4, 5);
    copm(made, "FINAL", "PROXY", 5, 5, 7);
    annul("score", made, copm(made, "FINAL", "CITIZEN", 10, 10, 10));

    var change = Api.as(world.carla).get("/courses/completed").ok().json().at("/items/0/changes/0");

    // 4, 4, 5 to 5, 5, 7: 4.33 to 5.67, and +1.33 from the exact 4/3 (S3).
    assertThat(change.at("/instrument").asText()).isEqualTo("COPM");
    assertThat(change.at("/scale").asText()).isEqualTo("SATISFACTION");
    assertThat(change.at("/matchedItems").asInt()).isEqualTo(3);
    assertThat(change.at("/before").decimalValue()).isEqualByComparingTo("4.33");
    assertThat(change.at("/after").decimalValue()).isEqualByComparingTo("5.67");
    assertThat(change.at("/change").decimalValue()).isEqualByComparingTo("1.33");
    assertThat(change.at("/direction").asText()).isEqualTo("BETTER");
    assertThat(change.at("/meaningful").asBoolean(true)).isFalse();
    assertThat(change.at("/proxyScored").asBoolean()).isTrue();
  }

  @Test
  void completedCoursesAreFilteredByPeriodDistrictTherapistAndSignature() {
    var march = completed("2024-12-16", "2025-03-14");
    var april = completed("2025-01-06", "2025-04-02");
    rows(march)
        .course(
            "state = 'REVIEWED', reviewed_at = now(), reviewed_by = '"
                + world.carla.id()
                + "', review_comment = 'Fint forløb'");
    var carla = Api.as(world.carla);

    assertThat(ids(carla.get("/courses/completed").ok())).containsExactly(ids(april, march));
    assertThat(ids(carla.get("/courses/completed?from=2025-03-14&until=2025-03-31").ok()))
        .containsExactly(ids(march));
    assertThat(ids(carla.get("/courses/completed?unsigned=true").ok())).containsExactly(ids(april));
    assertThat(ids(carla.get("/courses/completed?districtId=%s", world.syd).ok())).isEmpty();
    assertThat(ids(carla.get("/courses/completed?districtId=%s", world.nord).ok())).hasSize(2);
    assertThat(ids(carla.get("/courses/completed?therapistId=%s", world.bo.id()).ok())).isEmpty();
    assertThat(carla.get("/courses/completed").at("/items/1/review/by/name"))
        .isEqualTo("Carla Koordinator");
    carla
        .get("/courses/completed?from=2025-04-02&until=2025-04-01")
        .refused(422, "PERIOD_REVERSED");
  }

  @Test
  void aCoordinatorSeesTheOwnDistrictsOnly() {
    completed("2025-01-06", "2025-04-02");
    stop(started("2025-01-06"), "2025-03-01", "DIED");

    assertThat(ids(Api.as(world.konrad).get("/courses/completed").ok())).isEmpty();
    assertThat(ids(Api.as(world.konrad).get("/courses/dropouts").ok())).isEmpty();
    Api.as(world.sofie).get("/courses/completed").refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.anna).get("/courses/completed").refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.sofie).get("/courses/dropouts").refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void completedCoursesCostTheSameHoweverMany() {
    var carla = Api.as(world.carla);
    completed("2025-01-06", "2025-04-02");
    carla.get("/courses/completed").ok();
    var few = QueryCount.during(() -> carla.get("/courses/completed").ok());
    for (int i = 0; i < 4; i++) {
      var made = completed("2025-01-06", "2025-04-02");
      goal(made, "ACHIEVED");
      copm(made, "BASELINE", "CITIZEN", 4, 4, 5);
      copm(made, "FINAL", "CITIZEN", 5, 5, 7);
    }

    var many = QueryCount.during(() -> carla.get("/courses/completed").ok());

    assertThat(many).hasSameSizeAs(few).hasSizeBetween(5, 15);
    assertThat(paged(world.carla, "/courses/completed?limit=2")).hasSize(5).doesNotHaveDuplicates();
  }

  // ---- dropouts

  @Test
  void dropoutsAreApartWithReasonAndWeek() {
    var week5 = started("2025-01-13");
    stop(week5, "2025-02-13", "DECLINED");
    var first = started("2025-01-13");
    stop(first, "2025-01-13", "OTHER");
    completed("2025-01-06", "2025-04-02");
    var carla = Api.as(world.carla);

    var seen = carla.get("/courses/dropouts").ok();

    // Day 31 is in week 5, and a stop on the start day is in week 1 (O16).
    assertThat(ids(seen)).containsExactly(ids(week5, first));
    assertThat(seen.at("/items/0/week")).isEqualTo("5");
    assertThat(seen.at("/items/0/reason")).isEqualTo("DECLINED");
    assertThat(seen.at("/items/1/week")).isEqualTo("1");
    assertThat(seen.at("/items/1/text")).isEqualTo("Fortalt i ord");
    assertThat(ids(carla.get("/courses/dropouts?until=2025-01-31").ok()))
        .containsExactly(ids(first));
    assertThat(paged(world.carla, "/courses/dropouts?limit=1")).hasSize(2);
    assertThat(disclosed("listDropouts")).isEqualTo("2");
  }

  // ---- planning

  @Test
  void planningHoldsTheNextTwentyEightDaysAndEverythingOverdue() {
    var overdue = started("2025-01-06");
    evaluation(overdue, "2025-03-31");
    var waiting = started("2025-01-06");
    rows(waiting).course("state = 'EVALUATED', evaluated_on = '2025-04-01'");
    var inside = started("2025-02-04");
    evaluation(inside, "2025-04-29");
    var outside = started("2025-02-05");
    evaluation(outside, "2025-04-30");
    var followed = completed("2024-10-07", "2025-01-06");
    followUp(followed, 3, "2025-04-06");
    var vera = Api.as(world.vera);

    var seen = vera.get("/planning").ok();

    assertThat(seen.json().at("/items").findValuesAsText("kind"))
        .containsExactly(
            "EVALUATION_DUE", "REVISITATION_WAITING", "FOLLOW_UP_DUE", "EVALUATION_DUE");
    assertThat(seen.json().at("/items").findValuesAsText("dueOn"))
        .containsExactly("2025-03-31", "2025-04-01", "2025-04-06", "2025-04-29");
    assertThat(seen.at("/items/0/overdue")).isEqualTo("true");
    assertThat(seen.at("/items/2/month")).isEqualTo("3");
    assertThat(seen.at("/items/2/courseId")).isEqualTo(followed.courseId().toString());
    assertThat(seen.at("/items/3/overdue")).isEqualTo("false");
    assertThat(seen.at("/items/3/responsibleVisitator/name")).isEqualTo("Vera Visitator");
    assertThat(vera.get("/planning?from=2025-04-30&until=2025-04-30").ok().at("/items/0/courseId"))
        .isEqualTo(outside.courseId().toString());
    assertThat(vera.get("/planning?kind=FOLLOW_UP_DUE").ok().json().at("/items")).hasSize(1);
    assertThat(vera.get("/planning?limit=3").ok().at("/next")).isNotEmpty();
    vera.get("/planning?from=2025-04-02&until=2025-04-01").refused(422, "PERIOD_REVERSED");
    Api.as(world.sofie).get("/planning").refused(403, "ROLE_NOT_ALLOWED");
  }

  // ---- what the tests stand on

  private Made started(String day) {
    return CourseFixture.aCourse(world).startedOn(day).make();
  }

  private Made completed(String start, String completedOn) {
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

  private void stop(Made made, String day, String reason) {
    rows(made)
        .course(
            "state = 'STOPPED', stopped_on = '%s', stop_reason = '%s', stop_text = 'Fortalt i ord'"
                .formatted(day, reason));
  }

  private void visit(Made made, String state, String plannedAt) {
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

  private void evaluation(Made made, String due) {
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

  private void followUp(Made made, int month, String due) {
    rows(made)
        .add(
            "follow_up",
            Map.of(
                "course_id", text(made.courseId()),
                "month", Integer.toString(month),
                "due_on", text(due),
                "state", "'DUE'"));
  }

  private UUID goal(Made made, String status) {
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

  private UUID copm(Made made, String phase, String scorer, int... values) {
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

  private void annul(String table, Made made, UUID id) {
    rows(made)
        .run("update %s set annulled_at = now(), version = 2 where id = '%s'".formatted(table, id));
  }

  private Rows rows(Made made) {
    return Rows.about(world, made);
  }

  private static String text(Object value) {
    return "'" + value + "'";
  }

  private String disclosed(String operation) {
    return world.value(
        "select max(cardinality(citizens)) from access_log where municipality_id = :m and"
            + " outcome = 'DISCLOSED' and operation = '"
            + operation
            + "'");
  }

  private List<String> paged(TestUser user, String path) {
    var found = new ArrayList<String>();
    var cursor = "";
    do {
      var page = Api.as(user).get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).ok();
      found.addAll(ids(page));
      cursor = page.json().path("next").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    return found;
  }

  private static List<String> ids(Answer page) {
    var found = new ArrayList<String>();
    page.json().at("/items").forEach(item -> found.add(item.path("id").asText()));
    return found;
  }

  private static String[] ids(Made... made) {
    return java.util.Arrays.stream(made)
        .map(Made::courseId)
        .map(UUID::toString)
        .toArray(String[]::new);
  }

  private static List<String> dues(Answer page) {
    var found = new ArrayList<String>();
    page.json()
        .at("/items")
        .forEach(
            item ->
                found.add(
                    item.path("nextDueOn").asText()
                        + " "
                        + item.path("nextDueKind").asText()
                        + " "
                        + item.path("overdue").asText()));
    return found;
  }
}
