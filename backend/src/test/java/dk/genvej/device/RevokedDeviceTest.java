package dk.genvej.device;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.Api;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.QueryCount;
import dk.genvej.testing.TestUser;
import dk.genvej.testing.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R69 outside sync: from a lost tablet nothing is taken and to it nothing is given. */
class RevokedDeviceTest {

  private final World world = new World().on("2025-02-20");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final UUID lost = register(world.anna);

  @Test
  void theVeryNextRequestThatNamesItIsRefused() {
    var mutation = Ids.next();
    read(lost).ok();
    revoke();

    assertThat(read(lost).refused(403, "DEVICE_REVOKED").at("/title"))
        .isEqualTo("Tavlen er spærret");
    Api.as(world.anna).with("Device-Id", lost).get("/me").refused(403, "DEVICE_REVOKED");
    assertThat(
            Api.as(world.anna)
                .with("Device-Id", lost)
                .with("Accept-Language", "en")
                .get("/me")
                .at("/title"))
        .isEqualTo("The tablet is shut out");
    write(world.anna, lost, mutation).refused(403, "DEVICE_REVOKED");
    assertThat(world.value("select count(*) from note where municipality_id = :m")).isEqualTo("0");
    assertThat(world.value("select count(*) from mutation where id = '" + mutation + "'"))
        .isEqualTo("0");
  }

  @Test
  void itIsRefusedToEverybodyAndEverybodyElseGoesOn() {
    var own = register(world.asta);
    revoke();

    write(world.asta, lost, Ids.next()).refused(403, "DEVICE_REVOKED");
    write(world.asta, own, Ids.next()).created();
    write(world.anna, Ids.next(), Ids.next()).created();
    Api.as(world.anna).get("/courses/" + course).ok();
    Api.as(new World().anna).with("Device-Id", lost).get("/me").ok();
  }

  /** A write that landed before is not answered again either: the answer could be a thief's. */
  @Test
  void whatLandedBeforeIsNotToldToItAgain() {
    var mutation = Ids.next();
    write(world.anna, lost, mutation).created();
    revoke();

    write(world.anna, lost, mutation).refused(403, "DEVICE_REVOKED");
    write(world.anna, register(world.anna), mutation);
    assertThat(world.value("select count(*) from note where municipality_id = :m")).isEqualTo("1");
  }

  @Test
  void handingInAndConfirmingThatItIsErasedAreStillTaken() {
    revoke();

    var push = Map.of("device", lost, "clientVersion", "1.0.0", "mutations", java.util.List.of());
    Api.as(world.anna).with("Device-Id", lost).search("/sync/push", push).ok();
    Api.as(world.anna)
        .with("Device-Id", lost)
        .post(
            "/devices/" + lost + "/wipe-receipt",
            Map.of("erasedAt", "2025-02-20T10:01:00+01:00", "unsent", 0))
        .ok();
  }

  @Test
  void itIsAskedInTheLookUpThatFindsTheActor() {
    read(lost).ok();

    int named = QueryCount.during(() -> read(lost)).size();
    int unnamed = QueryCount.during(() -> Api.as(world.anna).get("/courses/" + course)).size();

    assertThat(named).isEqualTo(unnamed);
  }

  private Answer read(UUID device) {
    return Api.as(world.anna).with("Device-Id", device).get("/courses/" + course);
  }

  private Answer write(TestUser user, UUID device, UUID mutation) {
    var note =
        Map.of(
            "id",
            UUID.nameUUIDFromBytes(mutation.toString().getBytes()),
            "text",
            "Gik til postkassen",
            "happenedAt",
            "2025-02-20T09:10:00+01:00");
    return Api.as(user)
        .with("Device-Id", device)
        .mutation(mutation)
        .post("/courses/" + course + "/notes", note);
  }

  private UUID register(TestUser user) {
    var id = Ids.next();
    Api.as(user)
        .post("/devices", Map.of("id", id, "name", "Tavle", "clientVersion", "1.0.0"))
        .created();
    return id;
  }

  private void revoke() {
    Api.as(world.carla)
        .post("/devices/" + lost + "/revocation", Map.of("reason", "Glemt i bussen"))
        .ok();
  }
}
