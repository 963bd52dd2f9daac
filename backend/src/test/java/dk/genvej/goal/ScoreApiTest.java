package dk.genvej.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.genvej.course.CourseState;
import dk.genvej.evaluation.ScoreChange;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.ByHand;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Goals;
import dk.genvej.testing.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreApiTest {

  private static final String[] ACTIVITIES = {"Gå i bad", "Gå på trappen", "Hente post"};

  private final InstrumentRegistry registry = new InstrumentRegistry();
  private final World world = new World().on("2025-01-20");
  private final CourseFixture.Made made = CourseFixture.aCourse(world).make();
  private final Api anna = Api.as(world.anna);

  /** S1: Inger's satisfaction goes from 3.00 to 7.00, performance from 3.33 to 6.33. */
  @Test
  void ingersCopmAtStartAndEvaluationIsFourPointsUp() {
    record("COPM", "BASELINE", Map.of("SATISFACTION", "2 3 4", "PERFORMANCE", "3 3 4"));
    world.on("2025-04-14");
    record("COPM", "FINAL", Map.of("SATISFACTION", "7 6 8", "PERFORMANCE", "6 6 7"));

    assertThat(change("COPM", "SATISFACTION")).isEqualTo("4.00");
    assertThat(change("COPM", "PERFORMANCE")).isEqualTo("3.00");
  }

  /** S3: Kirsten +1.33, Poul -0.33. */
  @Test
  void kirstensCopmIsUpAndPoulsPsfsIsDown() {
    record("COPM", "BASELINE", Map.of("SATISFACTION", "4 4 5"));
    record("PSFS", "BASELINE", Map.of("TOTAL", "3 4 2"));
    world.on("2025-05-05");
    record("COPM", "FINAL", Map.of("SATISFACTION", "5 5 7"));
    record("PSFS", "FINAL", Map.of("TOTAL", "3 3 2"));

    assertThat(change("COPM", "SATISFACTION")).isEqualTo("1.33");
    assertThat(change("PSFS", "TOTAL")).isEqualTo("-0.33");
  }

  @Test
  void scoresAreReadBackWithWhoScoredNewestFirstAndByInstrument() {
    record("COPM", "BASELINE", Map.of("SATISFACTION", "2 3 4"));
    world.on("2025-02-20");
    var psfs = draft("PSFS", "INTERIM", List.of(item("Gå på trappen", "TOTAL", 3)));
    anna.post(scores(), with(psfs, "scorer", "PROXY")).created();

    var all = anna.get(scores()).ok();
    assertThat(all.at("/items/0/instrument")).isEqualTo("PSFS");
    assertThat(all.at("/items/0/scorer")).isEqualTo("PROXY");
    assertThat(all.at("/items/0/items/0/activity")).isEqualTo("Gå på trappen");
    assertThat(all.at("/items/0/items/0/value")).isEqualTo("3");
    var copm = anna.get(scores() + "?instrument=COPM").ok();
    assertThat(copm.json().at("/items")).hasSize(1);
    var first = anna.get(scores() + "?limit=1").ok();
    var second = anna.get(scores() + "?limit=1&cursor=" + first.at("/next")).ok();
    assertThat(second.at("/items/0/instrument")).isEqualTo("COPM");
    assertThat(second.json().path("next").isTextual()).isFalse();
  }

  @Test
  void aScoreOfAGoalNamesAStandingGoalOfTheCourse() {
    var goal = Goals.set(world.anna, made.courseId(), ByHand.condition(world, made.citizenId()));
    var item = Map.<String, Object>of("goalId", goal, "scale", "TOTAL", "value", 3);
    anna.post(scores(), draft("PSFS", "BASELINE", List.of(item))).created();

    var unknown = Map.<String, Object>of("goalId", Ids.next(), "scale", "TOTAL", "value", 3);
    var refused =
        anna.post(scores(), draft("PSFS", "BASELINE", List.of(unknown)))
            .refused(422, "REFERENCE_NOT_FOUND");
    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/items/0/goalId");
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} by {4}: {5}")
  @CsvSource({
    "COPM, 1, SATISFACTION, 11, CITIZEN, SCORE_OUT_OF_RANGE, /items/0/value",
    "COPM, 1, SATISFACTION, 0, CITIZEN, SCORE_OUT_OF_RANGE, /items/0/value",
    "COPM, 1, SATISFACTION, 5.5, CITIZEN, SCORE_TOO_PRECISE, /items/0/value",
    "COPM, 1, SATISFACTION, 5, STAFF, SCORER_NOT_ALLOWED, /scorer",
    "COPM, 1, HAPPINESS, 5, CITIZEN, UNKNOWN_SCALE, /items/0/scale",
    "COPM, 99, SATISFACTION, 5, CITIZEN, UNKNOWN_INSTRUMENT, /instrument",
    "NONE, 1, SATISFACTION, 5, CITIZEN, UNKNOWN_INSTRUMENT, /instrument"
  })
  void whatTheInstrumentDoesNotHoldIsRefusedWhereItStands(
      String instrument,
      String version,
      String scale,
      BigDecimal value,
      String scorer,
      String code,
      String pointer) {
    var draft = draft(instrument, "BASELINE", List.of(item("Gå i bad", scale, value)));
    draft.put("instrumentVersion", version);
    draft.put("scorer", scorer);

    var refused = anna.post(scores(), draft).refused(422, code);

    assertThat(refused.at("/violations/0/pointer")).isEqualTo(pointer);
    assertThat(world.value("select count(*) from score where municipality_id = :m")).isEqualTo("0");
  }

  @Test
  void fiveActivitiesAreTheMostEachNamedAndOnce() {
    var items = new ArrayList<Map<String, Object>>();
    for (int i = 1; i <= 5; i++) {
      items.add(item("Aktivitet " + i, "TOTAL", i));
    }
    anna.post(scores(), draft("PSFS", "BASELINE", items)).created();
    items.add(item("Aktivitet 6", "TOTAL", 6));
    anna.post(scores(), draft("PSFS", "BASELINE", items)).refused(422, "SCORE_TOO_MANY_ITEMS");

    var unnamed = List.of(Map.<String, Object>of("scale", "TOTAL", "value", 3));
    anna.post(scores(), draft("PSFS", "BASELINE", unnamed)).refused(422, "SCORE_ITEM_UNNAMED");
    var twice = List.of(item("Gå i bad", "TOTAL", 3), item("gå i  bad ", "TOTAL", 4));
    anna.post(scores(), draft("PSFS", "BASELINE", twice)).refused(422, "SCORE_ITEM_TWICE");
  }

  @Test
  void aTestOfThePersonAsAWholeHasNoItemsAndIsObservedByStaff() {
    var tug = draft("TUG", "BASELINE", List.of(Map.of("scale", "SECONDS", "value", 13.5)));

    anna.post(scores(), with(tug, "scorer", "STAFF")).created();

    assertThat(anna.get(scores()).ok().at("/items/0/items/0/value")).isEqualTo("13.5");
  }

  @Test
  void scoresAreOfTodayAtTheLatest() {
    var early = draft("PSFS", "BASELINE", List.of(item("Gå i bad", "TOTAL", 3)));
    anna.post(scores(), with(early, "scoredOn", "2025-01-21")).refused(422, "DATE_IN_FUTURE");
  }

  @Test
  void scoresNeedAPlanBegunAndACourseThatHasNotEnded() {
    var draft = draft("PSFS", "BASELINE", List.of(item("Gå i bad", "TOTAL", 3)));
    var referred = CourseFixture.aCourse(world).in(CourseState.REFERRED).make();
    var lapsed = CourseFixture.aCourse(world).in(CourseState.LAPSED).make();

    anna.post("/courses/" + referred.courseId() + "/scores", draft).refused(409, "PLAN_NOT_BEGUN");
    anna.post("/courses/" + lapsed.courseId() + "/scores", draft).refused(409, "COURSE_CLOSED");
  }

  /** R82: annulled and made again; the wrong ones stay, struck through, and count nowhere. */
  @Test
  void wrongScoresAreAnnulledAndMadeAgain() {
    var wrong = record("PSFS", "BASELINE", Map.of("TOTAL", "9 9 9"));
    var why = Map.of("reason", "Skalaen vendt om");

    Api.as(world.asta).post("/scores/" + wrong + "/annulment", why).refused(403, "NOT_THE_AUTHOR");
    anna.post("/scores/" + wrong + "/annulment", why).ok();
    anna.post("/scores/" + wrong + "/annulment", why).refused(409, "ALREADY_ANNULLED");
    var right = record("PSFS", "BASELINE", Map.of("TOTAL", "1 1 1"));
    world.on("2025-04-14");
    record("PSFS", "FINAL", Map.of("TOTAL", "3 3 3"));
    anna.post("/scores/" + right + "/annulment", why).refused(403, "CORRECTION_TOO_LATE");

    assertThat(change("PSFS", "TOTAL")).isEqualTo("2.00");
    var seen = anna.get(scores()).ok().json().at("/items");
    assertThat(seen).hasSize(3);
    assertThat(seen.findValuesAsText("reason")).containsExactly("Skalaen vendt om");
    Api.as(world.carla).post("/scores/" + right + "/annulment", why).ok();
    assertThat(
            world.value(
                "select string_agg(kind || ' ' || version, ', ' order by id) from event"
                    + " where municipality_id = :m and record_id = '"
                    + wrong
                    + "'"))
        .isEqualTo("ScoresRecorded 1, ScoresAnnulled 2");
  }

  @Test
  void aColleagueScoresAndOthersDoNot() {
    var draft = draft("PSFS", "BASELINE", List.of(item("Gå i bad", "TOTAL", 3)));

    Api.as(world.bo).post(scores(), draft).refused(404, "NOT_FOUND");
    Api.as(world.bo).get(scores()).refused(404, "NOT_FOUND");
    Api.as(world.vera).post(scores(), draft).refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.sofie).get(scores()).refused(403, "ROLE_NOT_ALLOWED");
    var asta = Api.as(world.asta).mutation(Ids.next());
    var first = asta.post(scores(), draft).created();
    assertThat(asta.post(scores(), draft).created().text()).isEqualTo(first.text());
    Api.as(world.vera).get(scores()).ok();
    assertThat(world.value("select count(*) from score where municipality_id = :m")).isEqualTo("1");
  }

  /** The change by the pure rule, from what the API tells and is not annulled. */
  private String change(String instrument, String scale) {
    var key = new ScaleKey(instrument, "1", scale);
    var by = registry.get(instrument, "1").scale(scale).orElseThrow();
    return ScoreChange.of(key, by, told(ScorePhase.BASELINE), told(ScorePhase.FINAL))
        .orElseThrow()
        .change()
        .score()
        .toPlainString();
  }

  private List<Score> told(ScorePhase phase) {
    return StreamSupport.stream(anna.get(scores()).ok().json().at("/items").spliterator(), false)
        .filter(one -> one.at("/annulled").isMissingNode())
        .map(ScoreApiTest::filling)
        .filter(one -> one.phase() == phase)
        .flatMap(one -> one.scores().stream())
        .toList();
  }

  private static Filling filling(JsonNode one) {
    var items =
        StreamSupport.stream(one.at("/items").spliterator(), false)
            .map(
                item ->
                    new ScoredItem(
                        null,
                        item.at("/activity").asText(),
                        item.at("/scale").asText(),
                        new BigDecimal(item.at("/value").asText())))
            .toList();
    return new Filling(
        one.at("/instrument").asText(),
        one.at("/instrumentVersion").asText(),
        ScorePhase.valueOf(one.at("/phase").asText()),
        Scorer.valueOf(one.at("/scorer").asText()),
        LocalDate.parse(one.at("/scoredOn").asText()),
        items);
  }

  private UUID record(String instrument, String phase, Map<String, String> values) {
    var items = new ArrayList<Map<String, Object>>();
    values.forEach(
        (scale, all) -> {
          var each = all.split(" ");
          for (int i = 0; i < each.length; i++) {
            items.add(item(ACTIVITIES[i], scale, Integer.valueOf(each[i])));
          }
        });
    return anna.post(scores(), draft(instrument, phase, items)).created().id();
  }

  private Map<String, Object> draft(
      String instrument, String phase, List<Map<String, Object>> items) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", Ids.next());
    draft.put("instrument", instrument);
    draft.put("instrumentVersion", "1");
    draft.put("phase", phase);
    draft.put("scorer", "CITIZEN");
    draft.put("scoredOn", today());
    draft.put("items", items);
    return draft;
  }

  private String today() {
    var now = dk.genvej.testing.TestServer.running().time().now(world.municipality);
    return dk.genvej.shared.Time.dayOf(now).toString();
  }

  private static Map<String, Object> item(String activity, String scale, Object value) {
    return Map.of("activity", activity, "scale", scale, "value", value);
  }

  private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
    var changed = new LinkedHashMap<>(all);
    changed.put(name, value);
    return changed;
  }

  private String scores() {
    return "/courses/" + made.courseId() + "/scores";
  }
}
