package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Assignment;
import dk.genvej.shared.Role;
import dk.genvej.testing.Api;
import dk.genvej.testing.ByHand;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Citizens that come and go: also while a tablet was away, and by the calendar alone. */
class PullScopeTest {

  private final World world = new World();
  private final Tablet bo = Tablet.of(world, world.bo);
  private final Tablet anna = Tablet.of(world, world.anna);
  private final Tablet asta = Tablet.of(world, world.asta);
  private final Tablet sofie = Tablet.of(world, world.sofie);
  private final Tablet xenia = Tablet.of(world, world.xenia);
  private Story story;

  @BeforeEach
  void annasCourseServedByTheTeam() {
    world.on("2025-01-13");
    story = new Story(world, aCitizen(world));
    story.servedBy(world.nordTeam, "2025-01-01");
    story.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
    story.note();
  }

  @Test
  void aCourseThatGoesToAnotherTherapistLeavesOneTabletAndArrivesWholeOnTheOther() {
    var elsewhere = therapistElsewhere();
    reassigned(elsewhere.user.id());
    anna.sync();
    elsewhere.sync();
    assertThat(elsewhere.citizens()).containsExactly(story.citizenId);

    reassigned(world.anna.id());

    assertThat(removals(elsewhere)).containsExactly(story.citizenId.toString());
    assertThat(elsewhere.citizens()).isEmpty();
    holdsAll(anna);
  }

  @Test
  void colleaguesOfTheAreaHoldItAndThoseOfAnotherDistrictDoNot() {
    holdsAll(asta);
    bo.sync();

    assertThat(bo.citizens()).isEmpty();
  }

  @Test
  void aSupplierChangeAtMidnightMovesTheCitizenWithNoWriteAtAll() {
    world.on("2025-02-10");
    story.servedBy(world.supplierX, "2025-03-01");
    sofie.sync();
    xenia.sync();
    assertThat(sofie.citizens()).containsExactly(story.citizenId);
    assertThat(xenia.citizens()).isEmpty();
    world.on("2025-02-28", "23:59");
    assertThat(sofie.pull(10).get("removals")).isEmpty();
    xenia.sync();
    assertThat(xenia.citizens()).isEmpty();

    world.on("2025-03-01", "00:00");

    assertThat(removals(sofie)).containsExactly(story.citizenId.toString());
    holdsAll(xenia);
  }

  @Test
  void theEndOfASubstitutionTakesTheCitizensBackWithNoWriteAtAll() {
    world.substituted(
        world.carla, world.anna, world.bo, Role.THERAPIST, "2025-01-21", "2025-01-31");
    bo.sync();
    assertThat(bo.citizens()).isEmpty();

    world.on("2025-01-21");
    holdsAll(bo);
    world.on("2025-01-31", "23:59");
    assertThat(bo.pull(10).get("removals")).isEmpty();
    world.on("2025-02-01", "00:00");

    assertThat(removals(bo)).containsExactly(story.citizenId.toString());
  }

  @Test
  void aCourseThatEndedWeeksAgoIsTakenBack() {
    anna.sync();
    sofie.sync();
    world.on("2025-02-01");
    story.stop(world.anna, "2025-02-01", "DECLINED").ok();
    world.on("2025-03-15");

    assertThat(removals(anna)).containsExactly(story.citizenId.toString());
    assertThat(removals(sofie)).containsExactly(story.citizenId.toString());
    assertThat(anna.pull(10).get("removals")).isEmpty();
  }

  @Test
  void theNextCourseOfTheCitizenComesWholeThoughTheTabletNeverHeardOfTheEnd() {
    anna.sync();
    world.on("2025-02-01");
    story.stop(world.anna, "2025-02-01", "DECLINED").ok();
    var next = new Story(world, story.citizenId);
    next.referredTo(world.anna, "2025-02-03").planned().started("2025-02-10");

    var answer = anna.pull(10);

    assertThat(answer.get("removals")).isEmpty();
    assertThat(answer.at("/citizens/0/whole").asBoolean()).isTrue();
    assertThat(answer.at("/citizens/0/courseId").asText()).isEqualTo(next.courseId.toString());
    holdsAll(anna);
  }

  @Test
  void awayAndBackWhileTheTabletWasOffWhatChangedMeanwhileArrives() {
    sofie.sync();
    world.on("2025-02-01");
    story.servedBy(world.supplierX, "2025-02-01");
    var goal = story.goal("Jeg vil selv lave morgenmad").goals.getLast();
    world.on("2025-02-20");
    story.servedBy(world.nordTeam, "2025-02-20");

    var answer = sofie.pull(10);

    assertThat(answer.get("removals")).isEmpty();
    assertThat(sofie.ids(story.citizenId, "goals")).contains(goal);
    holdsAll(sofie);
  }

  @Test
  void awayAndBackWithAPullBetweenItArrivesWhole() {
    sofie.sync();
    world.on("2025-02-01");
    story.servedBy(world.supplierX, "2025-02-01");
    assertThat(removals(sofie)).hasSize(1);
    world.on("2025-02-20");
    story.servedBy(world.nordTeam, "2025-02-20");

    assertThat(sofie.pull(10).at("/citizens/0/whole").asBoolean()).isTrue();
    holdsAll(sofie);
  }

  @Test
  void oneWhoDiedTodayLeavesAllTabletsButTheResponsibleTherapistsUntilTheCourseIsStopped() {
    anna.sync();
    asta.sync();
    sofie.sync();
    ByHand.write(
        world,
        story.citizenId,
        "update citizen set died_on = '2025-01-20', version = version + 1"
            + " where municipality_id = :m and id = '%s'".formatted(story.citizenId));

    assertThat(removals(asta)).containsExactly(story.citizenId.toString());
    assertThat(removals(sofie)).containsExactly(story.citizenId.toString());
    anna.sync();
    assertThat(anna.one(story.citizenId, "person").get("diedOn").asText()).isEqualTo("2025-01-20");
    story.stop(world.anna, "2025-01-20", "DIED").ok();
    assertThat(removals(anna)).containsExactly(story.citizenId.toString());
  }

  @Test
  void aVisitatorWhoIsATherapistTooHoldsNotTheWholeMunicipality() {
    var both =
        new TestUser(
            world.municipality,
            "birgit",
            "Birgit Begge",
            List.of(
                new Assignment(Role.VISITATOR, world.root),
                new Assignment(Role.THERAPIST, world.sydArea)));
    Api.as(both).get("/me").ok();
    var tablet = Tablet.of(world, both);

    tablet.sync();

    assertThat(tablet.citizens()).isEmpty();
  }

  @Test
  void severalPeopleOnOneTabletHoldEachTheirOwn() {
    var shared = Tablet.of(world, world.bo, anna.id);
    anna.sync();
    shared.cursor = anna.cursor;

    var answer = shared.pull(10);

    assertThat(answer.get("citizens")).isEmpty();
    assertThat(answer.get("removals")).as("another's cursor tells nothing").isEmpty();
    holdsAll(anna);
  }

  /** Asger works in Syd now: of Nord he sees nothing but what is his. */
  private Tablet therapistElsewhere() {
    Api.as(world.asger).get("/me").ok();
    return Tablet.of(world, world.user("asger", "Asger Terapeut", Role.THERAPIST, world.sydArea));
  }

  private void reassigned(UUID to) {
    Api.as(world.carla)
        .post(
            "/courses/" + story.courseId + "/assignment",
            Map.of("therapistId", to, "tovholderId", to, "reason", "Barsel"))
        .ok();
  }

  private static List<String> removals(Tablet tablet) {
    var found = new ArrayList<String>();
    tablet.pull(10).get("removals").forEach(id -> found.add(id.asText()));
    return found;
  }

  private void holdsAll(Tablet tablet) {
    tablet.sync();
    var model = new ApiModel(world, tablet.user).everything();
    if (tablet.user.equals(world.bo)) {
      assertThat(tablet.citizens()).containsExactly(story.citizenId);
    } else {
      assertThat(tablet.citizens()).isEqualTo(model.keySet());
      assertThat(tablet.of(story.citizenId)).isEqualTo(model.get(story.citizenId));
    }
  }
}
