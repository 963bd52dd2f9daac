package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.testing.Api;
import dk.genvej.testing.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A token that FCM no longer knows is taken away, unless the app has renewed it meanwhile. */
class DeadTokenTest {

  private final PushStage stage = new PushStage();
  private final World world = stage.world;
  private final HandSender hand = new HandSender();
  private final PushDispatch dispatch = PushStage.dispatch(hand);

  private void deliver() {
    dispatch.deliver(world.municipality);
  }

  /** S14's second half. */
  @Test
  void aTokenFcmDoesNotKnowIsRemovedAndTheOtherDeviceStillGetsIt() {
    stage.device(world.viggo, "alive");
    stage.device(world.viggo, "dead");
    hand.answers("dead", new SendResult.DeadToken(PushProblem.UNREGISTERED));
    var told = stage.tell(world.viggo, "N7");

    deliver();

    assertThat(stage.pushes(told).split(", "))
        .containsExactlyInAnyOrder("ACCEPTED 1", "DEAD UNREGISTERED 1");
    var seen = Api.as(world.viggo).get("/devices/mine").ok();
    assertThat(seen.json().findValuesAsText("pushState"))
        .containsExactlyInAnyOrder("READY", "NO_TOKEN");
    assertThat(seen.json().findValuesAsText("pushProblem")).containsExactly("UNREGISTERED");
    stage.tell(world.viggo, "N9");
    deliver();
    assertThat(hand.sent(Push::token).stream().filter(FcmStandIn.token("dead")::equals)).hasSize(1);
  }

  @Test
  void aTokenThatWasRenewedSinceTheSendBeganIsKeptAndTriedAgain() {
    var device = stage.device(world.anna, "before");
    hand.answers("before", new SendResult.DeadToken(PushProblem.UNREGISTERED));
    hand.meanwhile = () -> stage.token(world.anna, device, "after");
    var told = stage.tell(world.anna, "N4");

    deliver();

    assertThat(hand.sent(Push::token))
        .containsExactly(FcmStandIn.token("before"), FcmStandIn.token("after"));
    assertThat(stage.pushes(told)).isEqualTo("ACCEPTED 2");
    assertThat(Api.as(world.anna).get("/devices/mine").ok().at("/items/0/pushState"))
        .isEqualTo("READY");
  }

  /** The app said that it has the same token still, after the send began. */
  @Test
  void theSameTokenRenewedMeanwhileIsNotTheOneThatDied() {
    var device = stage.device(world.anna, "same");
    hand.answers("same", new SendResult.DeadToken(PushProblem.UNREGISTERED));
    hand.meanwhile =
        () -> {
          world.on("2025-01-15", "10:01");
          stage.token(world.anna, device, "same");
          hand.meanwhile = hand.results::clear;
        };
    var told = stage.tell(world.anna, "N4");

    deliver();

    assertThat(stage.pushes(told)).isEqualTo("ACCEPTED 2");
  }

  @Test
  void aDeadTokenIsTakenFromEverybodyOnTheDevice() {
    var device = stage.device(world.anna, "shared");
    Api.as(world.sofie)
        .post("/devices", Map.of("id", device, "name", "Tavle", "clientVersion", "1.0.0"))
        .created();
    stage.token(world.sofie, device, "shared");
    hand.answers("shared", new SendResult.DeadToken(PushProblem.UNREGISTERED));
    stage.tell(world.anna, "N4");
    var next = stage.tell(world.sofie, "N12");

    deliver();

    assertThat(hand.sent(Push::token)).as("one at a time for a device").hasSize(1);
    assertThat(stage.pushes(next)).isIn("DROPPED NO_TOKEN 0", "DEAD UNREGISTERED 1");
    assertThat(Api.as(world.sofie).get("/devices/mine").ok().at("/items/0/pushState"))
        .isEqualTo("NO_TOKEN");
  }
}
