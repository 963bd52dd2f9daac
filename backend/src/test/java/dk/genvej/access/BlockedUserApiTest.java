package dk.genvej.access;

import dk.genvej.testing.Api;
import dk.genvej.testing.Citizens;
import dk.genvej.testing.World;
import org.junit.jupiter.api.Test;

class BlockedUserApiTest {

  private final World world = new World();

  @Test
  void aBlockedUserIsTurnedAwayWithTheNextRequestAndLetInWhenTheBlockIsLifted() {
    var citizen = Citizens.aCitizen(world).registeredBy(world.vera);
    block("now()");

    Api.as(world.vera).get("/citizens/%s", citizen).refused(403, "USER_BLOCKED");
    Api.as(world.vera).get("/me").refused(403, "USER_BLOCKED");
    Api.as(world.vera)
        .post("/citizens", Citizens.aCitizen(world).draft())
        .refused(403, "USER_BLOCKED");
    Api.as(world.viggo).get("/citizens/%s", citizen).ok();

    block("null");
    Api.as(world.vera).get("/citizens/%s", citizen).ok();
  }

  private void block(String at) {
    world.sql(
        connection ->
            World.execute(
                connection,
                "update app_user set blocked_at = "
                    + at
                    + " where id = '"
                    + world.vera.id()
                    + "' and municipality_id = "
                    + world.municipality));
  }
}
