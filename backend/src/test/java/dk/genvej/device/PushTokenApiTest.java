package dk.genvej.device;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tokens by which devices are woken, over HTTP (R65). */
class PushTokenApiTest {

  private static final String FIRST = "first-token-of-the-app:APA91b-1";
  private static final String SECOND = "second-token-of-the-app:APA91b-2";

  private final World world = new World().on("2025-01-15");
  private final UUID tablet = Ids.next();

  @Test
  void aPersonSetsRenewsAndRemovesTheOwnToken() {
    register(world.anna, tablet);
    assertThat(mine(world.anna).at("/items/0/pushState")).isEqualTo("NO_TOKEN");

    assertThat(set(world.anna, tablet, FIRST).ok().version()).isEqualTo(2);
    var seen = mine(world.anna);
    assertThat(seen.at("/items/0/pushState")).isEqualTo("READY");
    assertThat(seen.at("/items/0/pushTokenAt")).startsWith("2025-01-15T10:00");
    assertThat(seen.text()).doesNotContain(FIRST);

    world.on("2025-01-16");
    assertThat(set(world.anna, tablet, FIRST).ok().version()).isEqualTo(2);
    assertThat(mine(world.anna).at("/items/0/pushTokenAt")).startsWith("2025-01-16T10:00");
    assertThat(set(world.anna, tablet, SECOND).ok().version()).isEqualTo(3);

    assertThat(remove(world.anna, tablet).ok().version()).isEqualTo(4);
    assertThat(remove(world.anna, tablet).ok().version()).isEqualTo(4);
    assertThat(mine(world.anna).at("/items/0/pushState")).isEqualTo("NO_TOKEN");
    assertThat(tokens()).isEmpty();
    assertThat(changes())
        .isEqualTo("DeviceRegistered 1, PushTokenSet 2, PushTokenSet 3, PushTokenRemoved 4");
    assertThat(
            world.value(
                "select count(*) from change_log where reason is not null and municipality_id ="
                    + " :m"))
        .isEqualTo("0");
  }

  @Test
  void severalPeopleOnOneDeviceHaveItsTokenEachAndOneLeavesAlone() {
    register(world.anna, tablet);
    register(world.sofie, tablet);
    set(world.anna, tablet, FIRST).ok();
    set(world.sofie, tablet, FIRST).ok();

    remove(world.anna, tablet).ok();

    assertThat(mine(world.anna).at("/items/0/pushState")).isEqualTo("NO_TOKEN");
    assertThat(mine(world.sofie).at("/items/0/pushState")).isEqualTo("READY");
  }

  @Test
  void onePersonOnSeveralDevicesHasATokenOnEach() {
    var phone = Ids.next();
    register(world.anna, tablet);
    world.on("2025-01-15", "11:00");
    register(world.anna, phone);
    set(world.anna, tablet, FIRST).ok();
    set(world.anna, phone, SECOND).ok();

    var seen = mine(world.anna);

    assertThat(seen.json().findValuesAsText("pushState")).containsExactly("READY", "READY");
    assertThat(seen.at("/items/0/id")).as("registered last").isEqualTo(phone.toString());
    assertThat(mine(world.asta).json().at("/items")).isEmpty();
  }

  /** The app was installed anew and made a device of its own: the old one is not woken twice. */
  @Test
  void aTokenBelongsToTheDeviceThatSetItLast() {
    var anew = Ids.next();
    register(world.anna, tablet);
    register(world.sofie, tablet);
    register(world.anna, anew);
    set(world.anna, tablet, FIRST).ok();
    set(world.sofie, tablet, FIRST).ok();

    set(world.anna, anew, FIRST).ok();

    assertThat(tokens()).isEqualTo(anew.toString());
    assertThat(mine(world.sofie).at("/items/0/pushState")).isEqualTo("NO_TOKEN");
  }

  @Test
  void onlyARegisteredDeviceThatIsNotRevokedHasOne() {
    set(world.anna, tablet, FIRST).refused(409, "DEVICE_NOT_REGISTERED");
    remove(world.anna, tablet).refused(409, "DEVICE_NOT_REGISTERED");
    register(world.sofie, tablet);
    set(world.anna, tablet, FIRST).refused(409, "DEVICE_NOT_REGISTERED");
    set(world.sofie, tablet, FIRST).ok();

    Api.as(world.adam)
        .post("/devices/" + tablet + "/revocation", Map.of("reason", "Glemt i bussen"))
        .ok();

    assertThat(tokens()).isEmpty();
    set(world.sofie, tablet, FIRST).refused(403, "DEVICE_REVOKED");
    remove(world.sofie, tablet).refused(403, "DEVICE_REVOKED");
    assertThat(mine(world.sofie).at("/items/0/revokedAt")).startsWith("2025-01-15");
    Api.as(world.lars).get("/devices/mine").refused(403, "ROLE_NOT_ALLOWED");
  }

  @Test
  void whatCannotBeATokenIsRefused() {
    register(world.anna, tablet);

    for (var none : new String[] {"short", "with a blank in it and long", "æ".repeat(30)}) {
      Api.as(world.anna)
          .unjudged()
          .post(path(tablet), Map.of("token", none))
          .refused(422, "BODY_INVALID");
    }
  }

  private static String path(UUID device) {
    return "/devices/" + device + "/push-token";
  }

  private static Answer mine(TestUser user) {
    return Api.as(user).get("/devices/mine").ok();
  }

  private static Answer set(TestUser user, UUID device, String token) {
    return Api.as(user).post(path(device), Map.of("token", token));
  }

  private static Answer remove(TestUser user, UUID device) {
    return Api.as(user).post(path(device) + "/removal", null);
  }

  private static void register(TestUser user, UUID device) {
    Api.as(user)
        .post("/devices", Map.of("id", device, "name", "Tavle", "clientVersion", "1.0.0"))
        .created();
  }

  private String tokens() {
    return world.value(
        "select coalesce(string_agg(id::text, ','), '') from device"
            + " where municipality_id = :m and push_token is not null");
  }

  private String changes() {
    return world.value(
        "select string_agg(kind || ' ' || version, ', ' order by version)"
            + " from event where municipality_id = :m and record_type = 'device'");
  }
}
