package dk.genvej.referral;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpApiTest {

  private final World world = new World();
  private final Api vera = Api.as(world.vera);
  private final Story inger = new Story(world, aCitizen(world).named("Inger Opdigtet"));
  private final String path = "/referrals/" + inger.referralId;

  /** S2: 60 + 45 every second week is 82.5. */
  @Test
  void minutesEveryNWeeksAreCountedPerWeek() {
    inger.contact("2025-01-13").foundSuitable("2025-01-13");
    var shadow =
        figure(
            "MINUTES",
            List.of(service("PERSONAL_CARE", "60", 1), service("PRACTICAL_HELP", "45", 2)));

    vera.ifMatch(2).put(path + "/help", help(Story.minutes("0"), shadow)).ok();
    var seen = vera.get(path).ok();

    assertThat(seen.at("/before/minutesPerWeek")).isEqualTo("0.0");
    assertThat(seen.at("/before/services")).isEmpty();
    assertThat(seen.at("/shadow/minutesPerWeek")).isEqualTo("82.5");
    assertThat(seen.at("/shadow/services/1/everyWeeks")).isEqualTo("2");
    assertThat(seen.at("/shadow/recordedOn")).isEqualTo("2025-01-13");
    assertThat(seen.version()).isEqualTo(3);
  }

  @Test
  void whatIsNotAssessedIsSaidOutright() {
    inger.contact("2025-01-13").foundSuitable("2025-01-13").help("90", null);

    var seen = vera.get(path).ok();

    assertThat(seen.at("/shadow/notAssessed")).isEqualTo("true");
    assertThat(seen.json().at("/shadow").has("minutesPerWeek")).isFalse();
  }

  /** O1: a later re-rating changes nothing. */
  @Test
  void aCourseLevelKeepsTheMinutesOfTheDayItWasRecorded() {
    levels("2025-01-01", "FORLOEB-2=90,FORLOEB-4=420");
    inger.contact("2025-01-13").foundSuitable("2025-01-13");
    vera.ifMatch(2).put(path + "/help", help(level("FORLOEB-2"), level("FORLOEB-4"))).ok();
    levels("2025-02-01", "FORLOEB-2=95,FORLOEB-4=450");

    world.on("2025-02-03");
    assertThat(vera.get(path).ok().at("/shadow/minutesPerWeek")).isEqualTo("420.0");
    vera.ifMatch(3).put(path + "/help", help(level("FORLOEB-2"), level("FORLOEB-4"))).ok();
    assertThat(vera.get(path).ok().at("/shadow/minutesPerWeek")).isEqualTo("450.0");
  }

  /** A choice from before the minutes were judged when it is made. */
  @Test
  void aCourseLevelWithoutMinutesIsRefusedWhereItIsUsed() {
    levels("2025-01-01", "FORLOEB-2=90,FORLOEB-4=mange");
    inger.contact("2025-01-13").foundSuitable("2025-01-13");

    var refused =
        vera.ifMatch(2)
            .put(path + "/help", help(level("FORLOEB-2"), level("FORLOEB-4")))
            .refused(422, "COURSE_LEVEL_WITHOUT_MINUTES");

    assertThat(refused.at("/violations/0/pointer")).isEqualTo("/shadow/courseLevelCode");
    var listed = vera.get("/codes?system=COURSE_LEVEL").ok();
    assertThat(listed.json().at("/items").findValuesAsText("minutesPerWeek")).hasSize(1);
  }

  @Test
  void everythingWrongWithTheHelpIsToldAtOnceAndWhere() {
    inger.contact("2025-01-13").foundSuitable("2025-01-13");
    var both = new HashMap<>(Story.minutes("60"));
    both.put("notAssessed", true);

    var refused = vera.ifMatch(2).put(path + "/help", help(both, level("FORLOEB-9"))).is(422);

    assertThat(refused.json().findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/before", "/shadow/courseLevelCode");
    assertThat(refused.json().findValuesAsText("code"))
        .contains("HELP_FIGURE_CONTRADICTS_ITSELF", "UNKNOWN_CODE");
    var nothing = Map.of("basis", "MINUTES", "notAssessed", false);
    vera.ifMatch(2)
        .put(path + "/help", help(nothing, Story.minutes("60")))
        .refused(422, "HELP_FIGURE_INCOMPLETE");
    assertThat(world.value("select count(*) from help where municipality_id = :m")).isEqualTo("0");
  }

  @Test
  void helpIsRecordedOnTheVersionThatStandsAndEachVersionIsKept() {
    inger.contact("2025-01-13").foundSuitable("2025-01-13").help("90", "400");
    var body = help(Story.minutes("90"), Story.minutes("420"));

    vera.unjudged().put(path + "/help", body).refused(428, "VERSION_MISSING");
    vera.ifMatch(2).put(path + "/help", body).refused(409, "VERSION_STALE");
    vera.ifMatch(3).put(path + "/help", body).ok();

    assertThat(
            world.value(
                "select string_agg(v.content ->> 'minutes_per_week', ' ' order by v.version)"
                    + " from record_version v where municipality_id = :m and record_type = 'help'"
                    + " and v.content ->> 'moment' = 'SHADOW'"))
        .isEqualTo("400.0 420.0");
  }

  @Test
  void noHelpIsRecordedForWhatIsUnsuitableOrLapsed() {
    inger.contact("2025-01-13");
    vera.post(path + "/lapse", Map.of("reason", "Ønsker det ikke alligevel")).ok();

    vera.ifMatch(2)
        .put(path + "/help", help(Story.minutes("90"), Story.minutes("420")))
        .refused(409, "CANNOT_RECORD_HELP_WHEN_LAPSED");
  }

  /** O2. */
  @Test
  void theShadowIsLockedAtTheStartAndCorrectedWithAReason() {
    var made = CourseFixture.aCourse(world).make();
    var started = "/referrals/" + made.referralId();

    vera.ifMatch(1)
        .put(started + "/help", help(Story.minutes("90"), Story.minutes("500")))
        .refused(409, "SHADOW_LOCKED");
    var receipt = vera.post(started + "/shadow-correction", correction("500")).ok();

    assertThat(receipt.id()).isEqualTo(made.referralId());
    assertThat(receipt.version()).isEqualTo(2);
    assertThat(vera.get(started).ok().at("/shadow/minutesPerWeek")).isEqualTo("500.0");
    assertThat(
            world.value(
                "select reason from change_log where municipality_id = :m"
                    + " and record_type = 'help' and operation = 'correctShadow'"))
        .isEqualTo("Rengøring var glemt");
    assertThat(
            world.value(
                "select kind from event where municipality_id = :m and record_type = 'help'"))
        .isEqualTo("ShadowHelpCorrected");
  }

  @Test
  void aShadowThatIsNotLockedIsChangedAndNotCorrected() {
    inger.contact("2025-01-13").foundSuitable("2025-01-13").help("90", "400");

    vera.post(path + "/shadow-correction", correction("500")).refused(409, "SHADOW_NOT_LOCKED");
  }

  @Test
  void theShadowOfAnAnnulledCourseIsNotCorrected() {
    var made = CourseFixture.aCourse(world).in(CourseState.ANNULLED).make();

    vera.post("/referrals/" + made.referralId() + "/shadow-correction", correction("500"))
        .refused(409, "RECORD_ANNULLED");
  }

  private static Map<String, Object> help(Object before, Object shadow) {
    return Map.of("before", before, "shadow", shadow);
  }

  private static Map<String, Object> correction(String minutes) {
    return Map.of("shadow", Story.minutes(minutes), "reason", "Rengøring var glemt");
  }

  private static Map<String, Object> figure(String basis, Object services) {
    return Map.of("basis", basis, "notAssessed", false, "services", services);
  }

  private static Map<String, Object> level(String code) {
    return Map.of("basis", "COURSE_LEVEL", "notAssessed", false, "courseLevelCode", code);
  }

  private static Map<String, Object> service(String code, String minutes, int everyWeeks) {
    return Map.of(
        "service", code, "minutes", new java.math.BigDecimal(minutes), "everyWeeks", everyWeeks);
  }

  private void levels(String from, String value) {
    world.sql(
        connection ->
            World.execute(
                connection,
                "insert into setting (municipality_id, id, key, valid_from, value, source,"
                    + " received_at) values (%d, '%s', 'help.course-levels', '%s', '%s', 'test', now())"
                        .formatted(world.municipality, Ids.next(), from, value)));
  }
}
