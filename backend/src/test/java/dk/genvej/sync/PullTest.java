package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseState;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.StartedCourse;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tablet takes down. */
class PullTest {

  private final World world = new World();
  private Story story;

  /** Anna's course in Nord, served by the team there, with some of everything. */
  @BeforeEach
  void aCourseWithEverything() {
    world.on("2025-01-13");
    story = new Story(world, aCitizen(world).with("phone", "55550112"));
    story.servedBy(world.nordTeam, "2025-01-01");
    story.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
    story.agreement();
    story.note();
    story.scores("BASELINE", "3");
    story.visitPlanned();
    story.visitHeld("2025-01-20T09:10:00+01:00", 45);
    world.on("2025-02-20");
    story.paused("2025-02-01", "2025-02-05");
  }

  @Test
  void theFirstSyncHoldsWhatTheApiAnswers() {
    var tablet = Tablet.of(world, world.anna);

    var answer = tablet.sync();

    assertThat(answer.get("total").asInt()).isEqualTo(1);
    assertThat(answer.get("remaining").asInt()).isZero();
    assertThat(answer.at("/citizens/0/whole").asBoolean()).isTrue();
    assertThat(tablet.of(story.citizenId))
        .isEqualTo(new ApiModel(world, world.anna).everything().get(story.citizenId))
        .containsOnlyKeys(
            "person",
            "course",
            "plan",
            "conditions",
            "pauses",
            "goals",
            "scores",
            "visits",
            "agreements",
            "notes",
            "evaluations");
  }

  @Test
  void nothingNewIsNothingAndTheSameCursor() {
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();
    var before = tablet.cursor;

    var answer = tablet.pull(100);

    assertThat(answer.get("citizens")).isEmpty();
    assertThat(answer.get("removals")).isEmpty();
    assertThat(answer.has("reference")).isFalse();
    assertThat(tablet.cursor).isEqualTo(before);
  }

  @Test
  void onlyWhatIsNewIsSent() {
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();
    var note = story.note();

    var answer = tablet.pull(100);

    var citizen = answer.at("/citizens/0");
    assertThat(citizen.get("whole").asBoolean()).isFalse();
    assertThat(citizen.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("id", "whole", "courseId", "notes");
    assertThat(citizen.get("notes")).hasSize(1);
    assertThat(citizen.at("/notes/0/id").asText()).isEqualTo(note.toString());
  }

  @Test
  void aNewAddressReachesTheVisitsThatShowIt() {
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();
    edit(Map.of("street", "Nyvej 7", "postCode", "4200", "city", "Slagelse"), null);

    tablet.sync();

    assertThat(tablet.one(story.citizenId, "person").at("/address/street").asText())
        .isEqualTo("Nyvej 7");
    assertThat(tablet.of(story.citizenId))
        .isEqualTo(new ApiModel(world, world.anna).everything().get(story.citizenId));
  }

  @Test
  void theDaysOfAPauseGrowOnTheTabletToo() {
    story.paused("2025-02-20", null);
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();
    world.on("2025-02-24");

    var answer = tablet.sync();

    assertThat(answer.at("/citizens/0/evaluations")).hasSize(1);
    assertThat(tablet.of(story.citizenId))
        .isEqualTo(new ApiModel(world, world.anna).everything().get(story.citizenId));
    assertThat(tablet.pull(100).get("citizens")).isEmpty();
  }

  @Test
  void careStaffHoldWhatTheyWorkByAndNoMore() {
    for (var user : List.of(world.sofie, world.nils)) {
      var tablet = Tablet.of(world, user);

      tablet.sync();

      assertThat(tablet.of(story.citizenId)).containsOnlyKeys("person", "goals", "agreements");
      assertThat(tablet.of(story.citizenId))
          .isEqualTo(new ApiModel(world, user).everything().get(story.citizenId));
    }
  }

  @Test
  void aRegistrationReachesEverybodyAtTheDoor() {
    var tablet = Tablet.of(world, world.sofie);
    tablet.sync();
    var agreement = tablet.ids(story.citizenId, "agreements").iterator().next();
    var id = Ids.next();
    Api.as(world.sofie)
        .post(
            "/agreements/" + agreement + "/registrations",
            Map.of("id", id, "outcome", "DONE", "happenedAt", "2025-02-20T08:00:00+01:00"))
        .created();

    tablet.sync();

    assertThat(tablet.ids(story.citizenId, "registrations")).containsExactly(id);
    assertThat(tablet.of(story.citizenId))
        .isEqualTo(new ApiModel(world, world.sofie).everything().get(story.citizenId));
  }

  @Test
  void noCprIsEverInAPull() {
    var cpr = Api.as(world.vera).get("/citizens/%s", story.citizenId).ok().at("/cpr");
    assertThat(cpr).hasSize(10);

    for (var user : List.of(world.anna, world.sofie)) {
      assertThat(Tablet.of(world, user).ask(100).ok().text())
          .doesNotContain(cpr)
          .doesNotContain("cpr");
    }
  }

  @Test
  void aProtectedAddressIsShownToThoseAtTheDoorWithItsDays() {
    var home = Map.<String, Object>of("street", "Hemmelig 1", "postCode", "4200", "city", "Sorø");
    edit(home, Map.of("from", "2025-01-01", "until", "2025-12-31"));

    for (var user : List.of(world.anna, world.sofie)) {
      var tablet = Tablet.of(world, user);
      tablet.sync();
      var person = tablet.one(story.citizenId, "person");
      assertThat(person.at("/address/street").asText()).isEqualTo("Hemmelig 1");
      assertThat(person.at("/addressProtection/until").asText()).isEqualTo("2025-12-31");
    }
  }

  @Test
  void everyPageIsOneRowOfTheAccessLogWithItsCitizensAndTablet() {
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();
    tablet.sync();

    assertThat(
            world.value(
                "select string_agg(device_id || ' ' || array_to_string(citizens, ','), ';')"
                    + " from access_log where municipality_id = :m and operation = 'pullChanges'"))
        .isEqualTo(tablet.id + " " + story.citizenId);
  }

  @Test
  void referenceDataComesOnceAndAgainWhenASettingChanges() {
    var tablet = Tablet.of(world, world.anna);
    var first = tablet.sync();
    Api.as(world.adam)
        .post(
            "/settings",
            Map.of(
                "id", Ids.next(),
                "key", "correction.author-hours",
                "validFrom", "2025-02-21",
                "value", "48",
                "source", "Byrådet"))
        .created();
    var before = tablet.pull(100);
    world.on("2025-02-21");
    var after = tablet.pull(100);

    assertThat(first.at("/reference/instruments")).isNotEmpty();
    assertThat(first.at("/reference/codes")).isNotEmpty();
    assertThat(before.has("reference")).isFalse();
    assertThat(after.at("/reference/settings").findValuesAsText("value")).contains("48");
    assertThat(after.get("citizens")).isEmpty();
  }

  @Test
  void ourOwnAccountOfTheTabletFollows() {
    var tablet = Tablet.of(world, world.anna);
    tablet.sync();
    tablet.sync();
    assertThat(holding(tablet)).isEqualTo("1 still");

    story.stop(world.anna, "2025-02-20", "DECLINED").ok();
    tablet.sync();

    assertThat(tablet.citizens()).isEmpty();
    assertThat(holding(tablet)).isEqualTo("1 removed");
  }

  @Test
  void writesThatWaitHereAreTold() {
    var tablet = Tablet.of(world, world.anna);
    var id = Ids.next();
    world.past(
        ("insert into kept_mutation (municipality_id, id, user_id, device_id, operation, body_hash,"
                + " recorded_at, received_at, state) values (:m, '%s', '%s', '%s', 'addNote',"
                + " sha256('x'), now(), now(), 'HELD')")
            .formatted(id, world.anna.id(), tablet.id));

    assertThat(tablet.pull(1).get("held")).hasSize(1);
    assertThat(Tablet.of(world, world.asta).pull(1).get("held")).isEmpty();
  }

  @Test
  void aPageCostsAsManyStatementsForManyCitizensAsForFew() {
    Tablet.of(world, world.anna).sync();
    var few = QueryCount.during(() -> Tablet.of(world, world.anna).pull(500));
    IntStream.range(0, 6).forEach(_ -> StartedCourse.started(world, "2025-01-13", "420"));
    var tablet = Tablet.of(world, world.anna);
    var many = QueryCount.during(() -> tablet.pull(500));
    var nothing = QueryCount.during(() -> tablet.pull(500));

    assertThat(tablet.citizens()).hasSize(7);
    assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(40);
    assertThat(nothing).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void moreThanFiveHundredCitizensAreTooMany() {
    var made = CourseFixture.aCourse(world).in(CourseState.ACTIVE).make();
    CrowdedArea.of(world, made, 499);

    Tablet.of(world, world.anna).ask(10).refused(409, "SCOPE_TOO_LARGE");
  }

  private void edit(Map<String, Object> address, Map<String, Object> protection) {
    var version = Api.as(world.vera).get("/citizens/%s", story.citizenId).ok().version();
    var edit = aCitizen(world).draft();
    edit.keySet().removeAll(Set.of("id", "cpr", "birthDate"));
    edit.put("address", address);
    if (protection != null) {
      edit.put("addressProtection", protection);
    }
    Api.as(world.vera).ifMatch(version).put("/citizens/" + story.citizenId, edit).ok();
  }

  private String holding(Tablet tablet) {
    return world.value(
        ("select count(*) || case when max(removed_at) is null then ' still' else ' removed' end"
                + " from device_holding where municipality_id = :m and device_id = '%s'")
            .formatted(tablet.id));
  }
}
