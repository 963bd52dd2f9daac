package dk.genvej.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubstitutionApiTest {

  private final World world = new World();

  @Test
  void aTherapistsSubstituteReadsTheCitizenOnBothDaysAndNotBeforeOrAfter() {
    var citizen = CourseFixture.aCourse(world).make().citizenId();

    substitute(world.anna, world.anna, world.bo, "THERAPIST").created();

    onlyInThePeriod(world.bo, citizen);
    world.on("2025-02-14");
    Api.as(world.anna).get("/citizens/%s", citizen).ok();
  }

  @Test
  void aVisitatorsSubstituteDoesLikewise() {
    var nora = arriving(world.user("nora", "Nora Visitator", Role.VISITATOR, world.nord));
    var sune = arriving(world.user("sune", "Sune Visitator", Role.VISITATOR, world.syd));
    var citizen = Citizens.aCitizen(world).registeredBy(nora);

    substitute(nora, nora, sune, "VISITATOR").created();

    onlyInThePeriod(sune, citizen);
    world.on("2025-02-14");
    assertThat(Api.as(world.vera).get("/citizens/%s", citizen).at("/responsibleVisitator/name"))
        .isEqualTo("Vera Visitator");
  }

  @Test
  void aCoordinatorsSubstituteDoesLikewise() {
    var citizen = Citizens.aCitizen(world).registeredBy(world.vera);

    substitute(world.carla, world.carla, world.konrad, "COORDINATOR").created();

    onlyInThePeriod(world.konrad, citizen);
  }

  @Test
  void itsStartAndItsEndAreInTheLog() {
    var id = substitute(world.anna, world.anna, world.bo, "THERAPIST").created().id();

    assertThat(
            world.value(
                "select string_agg((happened_at at time zone 'Europe/Copenhagen')::text, ', '"
                    + " order by happened_at) from change_log where record_id = '"
                    + id
                    + "' and author_id = '"
                    + world.anna.id()
                    + "'"))
        .isEqualTo("2025-02-10 00:00:00, 2025-02-22 00:00:00");
    assertThat(
            world.value(
                "select string_agg(kind, ', ' order by id) from event where record_id = '"
                    + id
                    + "'"))
        .isEqualTo("SubstitutionStarts, SubstitutionEnds");
  }

  @Test
  void endedEarlyItHoldsToTheNewLastDay() {
    var citizen = CourseFixture.aCourse(world).make().citizenId();
    var id = substitute(world.anna, world.anna, world.bo, "THERAPIST").created().id();

    var ended = end(world.anna, id, "2025-02-14").ok();

    assertThat(ended.version()).isEqualTo(2);
    world.on("2025-02-14", "23:59");
    Api.as(world.bo).get("/citizens/%s", citizen).ok();
    world.on("2025-02-15", "00:00");
    Api.as(world.bo).get("/citizens/%s", citizen).refused(404, "NOT_FOUND");
    var listed = Api.as(world.bo).get("/substitutions").ok();
    assertThat(listed.at("/items/0/until")).isEqualTo("2025-02-14");
    assertThat(listed.at("/items/0/absent/name")).isEqualTo("Anna Terapeut");
    assertThat(Api.as(world.bo).get("/substitutions?validOn=2025-02-14").json().at("/items"))
        .hasSize(1);
    assertThat(Api.as(world.bo).get("/substitutions?validOn=2025-02-15").json().at("/items"))
        .isEmpty();
    end(world.anna, id, "2025-02-13").refused(409, "SUBSTITUTION_ENDED");
  }

  @Test
  void whoMayEndItAndHow() {
    var id = substitute(world.anna, world.anna, world.bo, "THERAPIST").created().id();

    end(world.asta, id, "2025-02-14").refused(403, "NOT_THE_AUTHOR");
    end(world.konrad, id, "2025-02-14").refused(403, "NOT_THE_AUTHOR");
    end(world.anna, id, "2025-02-09").refused(422, "PERIOD_REVERSED");
    end(world.anna, id, "2025-02-21").refused(409, "SUBSTITUTION_ENDED");
    end(world.anna, Ids.next(), "2025-02-14").refused(404, "NOT_FOUND");
    end(world.carla, id, "2025-02-14").ok();
  }

  @Test
  void oneNamesForOneselfAndACoordinatorForTheirOwn() {
    substitute(world.asta, world.anna, world.bo, "THERAPIST").refused(403, "VERB_NOT_ALLOWED");
    substitute(world.konrad, world.anna, world.bo, "THERAPIST").refused(403, "VERB_NOT_ALLOWED");
    substitute(world.carla, world.anna, world.bo, "THERAPIST").created();
    substitute(world.carla, world.vera, world.viggo, "VISITATOR").created();
    substitute(world.adam, world.anna, world.bo, "THERAPIST").refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void aSubstituteHasTheRoleAndIsThere() {
    substitute(world.anna, world.anna, world.vera, "THERAPIST").refused(422, "USER_LACKS_ROLE");
    substitute(world.anna, world.anna, world.bo, "VISITATOR").refused(422, "USER_LACKS_ROLE");
    substitute(world.anna, world.anna, world.anna, "THERAPIST")
        .refused(422, "SUBSTITUTE_IS_ABSENT");
    substitute(world.anna, world.anna, world.bo, "LEADER").refused(422, "BODY_INVALID");
    post(world.anna, world.anna.id(), Ids.next(), "THERAPIST", "2025-02-10", "2025-02-21")
        .refused(422, "REFERENCE_NOT_FOUND");
    post(world.anna, world.anna.id(), world.bo.id(), "THERAPIST", "2025-02-10", "2025-02-09")
        .refused(422, "PERIOD_REVERSED");
    substitute(world.bo, world.bo, world.asta, "THERAPIST").created();
    substitute(world.anna, world.anna, world.bo, "THERAPIST").refused(422, "SUBSTITUTE_IS_ABSENT");
  }

  @Test
  void twoOverlapWhenTheyShareASingleDay() {
    substitute(world.anna, world.anna, world.bo, "THERAPIST").created();

    post(world.anna, world.anna.id(), world.asta.id(), "THERAPIST", "2025-02-21", "2025-02-28")
        .refused(409, "SUBSTITUTION_OVERLAPS");
    post(world.anna, world.anna.id(), world.asta.id(), "THERAPIST", "2025-02-22", "2025-02-28")
        .created();
    assertThat(Api.as(world.anna).get("/substitutions?limit=1").ok().at("/items/0/from"))
        .isEqualTo("2025-02-22");
    var next = Api.as(world.anna).get("/substitutions?limit=1").at("/next");
    assertThat(Api.as(world.anna).get("/substitutions?limit=1&cursor=" + next).at("/items/0/from"))
        .isEqualTo("2025-02-10");
  }

  private void onlyInThePeriod(TestUser substitute, UUID citizen) {
    var api = Api.as(substitute);
    world.on("2025-02-09", "23:59");
    api.get("/citizens/%s", citizen).refused(404, "NOT_FOUND");
    world.on("2025-02-10", "00:00");
    api.get("/citizens/%s", citizen).ok();
    world.on("2025-02-21", "23:59");
    api.get("/citizens/%s", citizen).ok();
    world.on("2025-02-22", "00:00");
    api.get("/citizens/%s", citizen).refused(404, "NOT_FOUND");
  }

  private static TestUser arriving(TestUser user) {
    Api.as(user).get("/me").ok();
    return user;
  }

  private Answer substitute(TestUser by, TestUser absent, TestUser substitute, String role) {
    return post(by, absent.id(), substitute.id(), role, "2025-02-10", "2025-02-21");
  }

  private static Answer post(
      TestUser by, UUID absent, UUID substitute, String role, String from, String until) {
    return Api.as(by)
        .post(
            "/substitutions",
            Map.of(
                "id", Ids.next(),
                "absentUserId", absent,
                "substituteUserId", substitute,
                "role", role,
                "from", from,
                "until", until));
  }

  private static Answer end(TestUser by, UUID id, String until) {
    return Api.as(by).post("/substitutions/" + id + "/end", Map.of("until", until));
  }
}
