package dk.genvej.citizen;

import static dk.genvej.testing.Citizens.aCitizen;
import static dk.genvej.testing.Citizens.inventedCpr;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.testing.Api;
import dk.genvej.testing.Drafts;
import dk.genvej.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What two records of one citizen do not agree about, and what is not merged. */
class MergeRulesTest {

  private final TwoRecords two = new TwoRecords();
  private final World world = two.world;
  private final UUID gone = two.gone;
  private final UUID staying = two.staying;

  @Test
  void theConditionTheCourseWorksWithStandsAndTheOtherIsKeptForItsOwn() {
    two.anEarlierCourse();

    two.merge().ok();

    assertThat(
            two.value(
                "active from condition where id = '" + two.stage.ids.get("conditionId") + "'"))
        .isEqualTo("t");
    assertThat(two.value("active from condition where id = '" + two.earlier.conditionId + "'"))
        .isEqualTo("f");
    var version =
        Integer.parseInt(
            two.value(
                "version from condition where id = '" + two.stage.ids.get("conditionId") + "'"));
    var body = Drafts.finding(2, 1, world.today());
    Api.as(world.anna)
        .ifMatch(version)
        .put(
            "/courses/"
                + two.stage.ids.get("courseId")
                + "/conditions/"
                + two.stage.ids.get("conditionId"),
            body)
        .ok();
    Api.as(world.anna)
        .ifMatch(2)
        .put(
            "/courses/" + two.stage.ids.get("courseId") + "/conditions/" + two.earlier.conditionId,
            body)
        .refused(409, "CONDITION_ALREADY_RECORDED");
  }

  @Test
  void whoServesTheStayingRecordGoesOnAndTheOthersAccessEnds() {
    two.earlier.servedBy(world.supplierX, "2025-02-01");

    two.merge().ok();

    Api.as(world.xenia).get("/citizens/%s", staying).ok();
    Api.as(world.sofie).get("/citizens/%s", staying).refused(404, "NOT_FOUND");
    assertThat(
            two.value(
                "string_agg(kind, ',' order by kind) from care_relation where citizen_id = '"
                    + staying
                    + "' and kind in ('AREA', 'SERVING') and before_day is null"))
        .isEqualTo("AREA,SERVING");
  }

  @Test
  void aProtectedAddressAWarningAndADeathOfEitherAreOfTheCitizen() {
    world.past(
        "set session_replication_role = replica; update citizen set protected_from = '2025-01-01',"
            + " died_on = '2025-02-19', flags_hearing_impaired = true where id = '"
            + gone
            + "'");

    two.merge().ok();

    var seen = Api.as(world.vera).get("/citizens/%s", staying).ok();
    assertThat(seen.at("/addressProtected")).isEqualTo("true");
    assertThat(seen.at("/flags/hearingImpaired")).isEqualTo("true");
    assertThat(seen.at("/diedOn")).isEqualTo("2025-02-19");
    assertThat(two.value("count(*) from follow_up where state = 'DUE'")).isEqualTo("0");
    assertThat(Api.as(world.carla).get("/citizens/%s", staying).ok().json().has("address"))
        .isFalse();
  }

  @Test
  void twoOpenCoursesTwoPeopleOneRecordAndOneOutOfSightAreRefused() {
    two.earlier.referredTo(world.anna, "2025-02-20");
    two.merge().refused(409, "MERGE_TWO_OPEN_COURSES");
    Api.as(world.vera)
        .post("/courses/" + two.earlier.courseId + "/lapse", Map.of("reason", "Dobbelt"))
        .ok();
    TwoRecords.merge(world.carla, staying, staying).refused(422, "MERGE_OF_ONE");
    var other =
        aCitizen(world)
            .with("cpr", inventedCpr("160642"))
            .with("birthDate", "1942-06-16")
            .registeredBy(world.vera);
    TwoRecords.merge(world.carla, staying, other).refused(409, "MERGE_OF_TWO_PEOPLE");
    var inSyd = aCitizen(world).with("cpr", inventedCpr("150642")).in(world.sydArea);
    TwoRecords.merge(world.carla, staying, inSyd.registeredBy(world.vera))
        .refused(404, "NOT_FOUND");
    TwoRecords.merge(world.konrad, staying, other).refused(404, "NOT_FOUND");

    assertThat(two.value("count(*) from citizen where merged_into is not null")).isEqualTo("0");
  }

  @Test
  void aRecordMergedBeforeFollowsToTheOneThatStays() {
    var third =
        aCitizen(world)
            .with("cpr", inventedCpr("750642"))
            .named("Inger T")
            .registeredBy(world.vera);
    two.merge().ok();

    TwoRecords.merge(world.carla, third, staying).ok();

    for (var id : List.of(gone, staying, third)) {
      assertThat(Api.as(world.vera).get("/citizens/%s", id).ok().id()).isEqualTo(third);
    }
    TwoRecords.merge(world.carla, third, gone).refused(422, "MERGE_OF_ONE");
    assertThat(two.found("name", "Inger")).isEqualTo(third.toString());
  }

  @Test
  void theNumberOfTheRecordThatWentCanBecomeTheCitizensAndIsNobodyElses() {
    var its = Api.as(world.vera).get("/citizens/%s", gone).ok().at("/cpr");
    var own = (String) two.person.draft().get("cpr");
    two.merge().ok();

    Api.as(world.vera)
        .post("/citizens/" + staying + "/cpr", Map.of("cpr", its, "reason", "Det rigtige"))
        .ok();

    assertThat(Api.as(world.vera).get("/citizens/%s", staying).ok().at("/cpr")).isEqualTo(its);
    for (var number : List.of(its, own)) {
      assertThat(two.found("cpr", number)).isEqualTo(staying.toString());
      Api.as(world.vera)
          .post("/citizens", aCitizen(world).with("cpr", number).draft())
          .refused(409, "CPR_ALREADY_REGISTERED");
    }
  }
}
