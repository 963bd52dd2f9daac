package dk.genvej.device;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The register of devices over HTTP (R69). */
class DeviceApiTest {

  private final World world = new World().on("2025-01-15");
  private final UUID tablet = Ids.next();

  @Test
  void aDeviceIsRegisteredByEachOfItsUsers() {
    assertThat(register(world.anna, "Tavle 7").created().id()).isEqualTo(tablet);
    assertThat(register(world.sofie, "Tavle 7").created().version()).isEqualTo(1);

    var seen = Api.as(world.adam).get("/devices").ok();

    assertThat(seen.json().findValuesAsText("name"))
        .contains("Anna Terapeut", "Sofie Sosu", "Tavle 7");
    assertThat(seen.json().at("/items")).hasSize(2);
    assertThat(seen.at("/items/0/health")).isEqualTo("OK");
    assertThat(seen.at("/items/0/waiting")).isEqualTo("0");
  }

  @Test
  void registeredAgainItHasANewNameAndTheSameRegistrationIsNothingNew() {
    register(world.anna, "Tavle 7").created();

    assertThat(register(world.anna, "Tavle 7").created().version()).isEqualTo(1);
    assertThat(register(world.anna, "Tavle 8").created().version()).isEqualTo(2);

    assertThat(Api.as(world.adam).get("/devices").ok().at("/items/0/name")).isEqualTo("Tavle 8");
    assertThat(changes()).isEqualTo("DeviceRegistered 1, DeviceRegistered 2");
  }

  @Test
  void aRegistrationSentTwiceIsOne() {
    var once = Api.as(world.anna).mutation(Ids.next());
    var draft = draft("Tavle 7");

    var first = once.post("/devices", draft).created();

    assertThat(once.post("/devices", draft).created().text()).isEqualTo(first.text());
    assertThat(changes()).isEqualTo("DeviceRegistered 1");
  }

  @Test
  void aRevokedDeviceIsShutOutForEverybodyAndForgetsItsPushToken() {
    register(world.anna, "Tavle 7").created();
    register(world.sofie, "Tavle 7").created();
    world.sql(
        connection ->
            World.execute(
                connection,
                "update device set push_token = 'abc', push_token_at = now() where id = '"
                    + tablet
                    + "'"));

    assertThat(revoke(world.carla).ok().version()).isEqualTo(2);

    register(world.anna, "Tavle 7").refused(403, "DEVICE_REVOKED");
    register(world.nils, "Tavle 7").refused(403, "DEVICE_REVOKED");
    revoke(world.adam).refused(403, "DEVICE_REVOKED");
    var seen = Api.as(world.carla).get("/devices").ok();
    assertThat(seen.json().findValuesAsText("health")).containsExactly("REVOKED", "REVOKED");
    assertThat(seen.at("/items/0/revokedReason")).isEqualTo("Glemt i bussen");
    assertThat(world.value("select count(push_token) from device where municipality_id = :m"))
        .isEqualTo("0");
    assertThat(changes())
        .isEqualTo("DeviceRegistered 1, DeviceRegistered 1, DeviceRevoked 2, DeviceRevoked 2");
    assertThat(
            world.value(
                "select string_agg(distinct reason, ',') from change_log where record_id = '"
                    + tablet
                    + "' and operation = 'revokeDevice'"))
        .isEqualTo("Glemt i bussen");
  }

  @Test
  void theAdministratorReachesAllAndTheCoordinatorTheStaffOfTheOwnDistricts() {
    register(world.bo, "Tavle i Syd").created();

    revoke(world.carla).refused(404, "NOT_FOUND");
    assertThat(Api.as(world.carla).get("/devices").ok().json().at("/items")).isEmpty();
    assertThat(Api.as(world.konrad).get("/devices").ok().json().at("/items")).hasSize(1);
    assertThat(Api.as(world.adam).get("/devices").ok().json().at("/items")).hasSize(1);
    Api.as(world.anna).get("/devices").refused(403, "ROLE_NOT_ALLOWED");
    Api.as(world.lars).get("/devices").refused(403, "ROLE_NOT_ALLOWED");
    revoke(world.anna).refused(403, "ROLE_NOT_ALLOWED");
    revoke(new World().adam).refused(404, "NOT_FOUND");
    revoke(world.konrad).ok();
  }

  @Test
  void thoseLongestSilentComeFirstAPageAtATimeWithTheSameStatements() {
    var users = List.of(world.anna, world.asta, world.asger, world.sofie, world.nils);
    for (int i = 0; i < users.size(); i++) {
      world.on("2025-01-15", "10:0" + (5 - i));
      post(users.get(i), Ids.next(), "Tavle " + i).created();
    }
    world.on("2025-01-15", "11:00");
    var first = Api.as(world.carla).get("/devices?limit=3").ok();
    var rest = Api.as(world.carla).get("/devices?limit=3&cursor=" + first.at("/next")).ok();

    assertThat(names(first)).containsExactly("Tavle 4", "Tavle 3", "Tavle 2");
    assertThat(names(rest)).containsExactly("Tavle 1", "Tavle 0");
    assertThat(rest.at("/next")).isIn("", "null");
    var only = Api.as(world.carla).get("/devices?userId=" + world.nils.id()).ok();
    assertThat(names(only)).containsExactly("Tavle 4");
    assertThat(statements("/devices?limit=5")).isEqualTo(statements("/devices?limit=1"));
    Api.as(world.carla)
        .unjudged()
        .get("/devices?cursor=" + new dk.genvej.http.Cursors("x", tablet).text())
        .refused(400, "CURSOR_INVALID");
  }

  @Test
  void erasingIsConfirmedOnceByEachUserOfARevokedDevice() {
    wipe(world.anna).refused(409, "DEVICE_NOT_REGISTERED");
    register(world.anna, "Tavle 7").created();
    register(world.sofie, "Tavle 7").created();
    wipe(world.anna).refused(409, "WIPE_NOT_ORDERED");
    revoke(world.adam).ok();

    wipe(world.anna).ok();

    wipe(world.anna).refused(409, "WIPE_NOT_ORDERED");
    var seen = Api.as(world.adam).get("/devices?userId=" + world.anna.id()).ok();
    assertThat(seen.at("/items/0/health")).isEqualTo("WIPED");
    assertThat(seen.at("/items/0/unsentAtWipe")).isEqualTo("2");
    var other = Api.as(world.adam).get("/devices?userId=" + world.sofie.id()).ok();
    assertThat(other.at("/items/0/health")).isEqualTo("REVOKED");
    assertThat(changes()).endsWith("DeviceRevoked 2, DeviceRevoked 2, DeviceWiped 3");
  }

  @Test
  void aBlockedUserConfirmsAndDoesNothingElseAndBeginsAnewWhenTheBlockIsLifted() {
    register(world.anna, "Tavle 7").created();
    block("now()");
    register(world.anna, "Tavle 7").refused(403, "USER_BLOCKED");

    wipe(world.anna).ok();

    wipe(world.anna).refused(409, "WIPE_NOT_ORDERED");
    assertThat(Api.as(world.adam).get("/devices").ok().at("/items/0/health")).isEqualTo("WIPED");
    block("null");
    assertThat(register(world.anna, "Tavle 7").created().version()).isEqualTo(3);
    assertThat(Api.as(world.adam).get("/devices").ok().at("/items/0/health")).isEqualTo("OK");
  }

  @Test
  void theCoordinatorSeesWhoseDataALostDeviceHeldInTheOwnDistricts() {
    var mine = CourseFixture.aCourse(world).make().citizenId();
    var gone = CourseFixture.aCourse(world).make().citizenId();
    register(world.anna, "Tavle 7").created();
    hold(mine, "null");
    hold(gone, "'2025-01-14 08:00+01'");

    var path = "/devices/" + tablet + "/holdings";
    var seen = Api.as(world.carla).get(path).ok();

    assertThat(seen.json().at("/items")).hasSize(2);
    assertThat(seen.at("/items/0/citizen/id")).isEqualTo(mine.toString());
    assertThat(seen.at("/items/0/user/name")).isEqualTo("Anna Terapeut");
    assertThat(seen.at("/items/0/removedAt")).isEmpty();
    assertThat(seen.at("/items/1/removedAt")).startsWith("2025-01-14T08:00");
    var first = Api.as(world.carla).get(path + "?limit=1").ok();
    var second = Api.as(world.carla).get(path + "?limit=1&cursor=" + first.at("/next")).ok();
    assertThat(second.at("/items/0/citizen/id")).isEqualTo(gone.toString());
    assertThat(statements(path + "?limit=2")).isEqualTo(statements(path + "?limit=1"));
    Api.as(world.konrad).get(path).refused(404, "NOT_FOUND");
    Api.as(new World().carla).get(path).refused(404, "NOT_FOUND");
    Api.as(world.adam).get(path).refused(403, "ROLE_NOT_ALLOWED");
    assertThat(
            world.value(
                "select max(cardinality(citizens)) from access_log where municipality_id = :m"
                    + " and operation = 'listHoldings' and user_id = '"
                    + world.carla.id()
                    + "'"))
        .isEqualTo("2");
  }

  @Test
  void aVisitatorRegistersAndAnAdministratorDoesNot() {
    var vagn = world.user("vagn", "Vagn Visitator", Role.VISITATOR, world.root);
    register(vagn, "Bærbar").created();
    register(world.adam, "Bærbar").refused(403, "ROLE_NOT_ALLOWED");
  }

  private void block(String at) {
    world.sql(
        connection ->
            World.execute(
                connection,
                "update app_user set blocked_at = %s where municipality_id = %d and id = '%s'"
                    .formatted(at, world.municipality, world.anna.id())));
  }

  private void hold(UUID citizen, String removedAt) {
    world.sql(
        connection ->
            World.execute(
                connection,
                ("insert into device_holding (municipality_id, device_id, user_id, citizen_id,"
                        + " since, removed_at) values (%d, '%s', '%s', '%s',"
                        + " '2025-01-10 08:00+01', %s)")
                    .formatted(world.municipality, tablet, world.anna.id(), citizen, removedAt)));
  }

  private static List<String> names(Answer page) {
    return StreamSupport.stream(page.json().at("/items").spliterator(), false)
        .map(item -> item.get("name").asText())
        .toList();
  }

  private int statements(String path) {
    return QueryCount.during(() -> Api.as(world.carla).get(path).ok()).size();
  }

  private Answer register(TestUser user, String name) {
    return post(user, tablet, name);
  }

  private static Answer post(TestUser user, UUID device, String name) {
    return Api.as(user)
        .post("/devices", Map.of("id", device, "name", name, "clientVersion", "1.0.0"));
  }

  private Map<String, Object> draft(String name) {
    var draft = new LinkedHashMap<String, Object>();
    draft.put("id", tablet);
    draft.put("name", name);
    draft.put("clientVersion", "1.0.0");
    return draft;
  }

  private Answer revoke(TestUser by) {
    return Api.as(by)
        .post("/devices/" + tablet + "/revocation", Map.of("reason", "Glemt i bussen"));
  }

  private Answer wipe(TestUser by) {
    return Api.as(by)
        .post(
            "/devices/" + tablet + "/wipe-receipt",
            Map.of("erasedAt", "2025-01-15T09:30:00+01:00", "unsent", 2));
  }

  private String changes() {
    return world.value(
        "select string_agg(kind || ' ' || version, ', ' order by received_at, version, kind)"
            + " from event where municipality_id = :m and record_type = 'device'");
  }
}
