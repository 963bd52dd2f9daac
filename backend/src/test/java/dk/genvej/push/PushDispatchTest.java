package dk.genvej.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.demo.fcm.FcmStandIn;
import dk.genvej.testing.Api;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From "an inbox row was told" to the sender, over a real database; the sender is by hand. */
class PushDispatchTest {

  private final PushStage stage = new PushStage();
  private final World world = stage.world;

  private final HandSender hand = new HandSender();
  private final PushDispatch dispatch = PushStage.dispatch(hand);

  private void deliver() {
    dispatch.deliver(world.municipality);
  }

  @Test
  void everyDeviceOfTheRecipientIsWokenOnceAndNobodyElses() {
    stage.device(world.anna, "tablet");
    stage.device(world.anna, "phone");
    stage.device(world.asta, "other");
    var told = stage.tell(world.anna, "N4");

    deliver();
    deliver();

    assertThat(hand.sent(Push::token))
        .containsExactlyInAnyOrder(FcmStandIn.token("tablet"), FcmStandIn.token("phone"));
    assertThat(hand.sent(push -> push.wake().id())).containsOnly(told);
    assertThat(stage.pushes(told)).isEqualTo("ACCEPTED 1, ACCEPTED 1");
    var seen = Api.as(world.anna).get("/devices/mine").ok();
    assertThat(seen.at("/items/0/pushedAt")).startsWith("2025-01-15T10:00");
  }

  @Test
  void whoHasNoDeviceThatCanBeWokenHasTheInboxAlone() {
    var told = stage.tell(world.anna, "N4");

    deliver();

    assertThat(stage.pushes(told)).isEmpty();
    assertThat(hand.batches).isEmpty();
  }

  @Test
  void retryAfterIsRespectedForTheDeviceAndItsOtherMessages() {
    stage.device(world.anna, "busy");
    stage.device(world.asta, "calm");
    var wait = Duration.ofMinutes(3);
    hand.answers("busy", new SendResult.RetryAfter(PushProblem.DEVICE_QUOTA, wait, false));
    var first = stage.tell(world.anna, "N4");
    deliver();
    hand.results.clear();
    stage.tell(world.anna, "N5");
    var other = stage.tell(world.asta, "N4");

    world.on("2025-01-15", "10:02");
    deliver();

    assertThat(stage.pushes(first)).isEqualTo("WAITING DEVICE_QUOTA 1");
    assertThat(stage.pushes(other)).isEqualTo("ACCEPTED 1");
    assertThat(hand.sent(Push::token).stream().filter(FcmStandIn.token("busy")::equals)).hasSize(1);
    world.on("2025-01-15", "10:04");
    deliver();
    assertThat(stage.pushes(first)).isEqualTo("ACCEPTED 2");
    assertThat(hand.sent(Push::token)).hasSize(4);
  }

  @Test
  void aQuotaOfTheProjectHoldsForEverybodyInEveryMunicipality() {
    var elsewhere = new PushStage();
    stage.device(world.anna, "one");
    stage.device(world.asta, "two");
    elsewhere.device(elsewhere.world.anna, "three");
    var wait = Duration.ofMinutes(1);
    hand.answers("one", new SendResult.RetryAfter(PushProblem.PROJECT_QUOTA, wait, true));
    stage.tell(world.anna, "N4");
    deliver();
    hand.results.clear();
    var other = stage.tell(world.asta, "N4");
    var third = elsewhere.tell(elsewhere.world.anna, "N4");

    deliver();
    dispatch.deliver(elsewhere.world.municipality);

    assertThat(stage.pushes(other)).isEqualTo("WAITING 0");
    assertThat(elsewhere.pushes(third)).isEqualTo("WAITING 0");
    world.on("2025-01-15", "10:02");
    elsewhere.world.on("2025-01-15", "10:02");
    deliver();
    dispatch.deliver(elsewhere.world.municipality);
    assertThat(stage.pushes(other)).isEqualTo("ACCEPTED 1");
    assertThat(elsewhere.pushes(third)).isEqualTo("ACCEPTED 1");
  }

  @Test
  void whatFailsIsTriedAgainLaterAndLaterUntilItIsNotWorthIt() {
    stage.device(world.anna, "down");
    hand.answers("down", new SendResult.Unavailable(PushProblem.NETWORK));
    var told = stage.tell(world.anna, "N4");

    deliver();
    deliver();
    assertThat(stage.pushes(told)).isEqualTo("WAITING NETWORK 1");
    world.on("2025-01-15", "10:01");
    deliver();
    assertThat(stage.pushes(told)).isEqualTo("WAITING NETWORK 2");
    assertThat(Api.as(world.anna).get("/devices/mine").ok().at("/items/0/pushState"))
        .isEqualTo("FAILING");

    world.on("2025-01-16", "10:00");
    deliver();
    assertThat(stage.pushes(told)).isEqualTo("DROPPED EXPIRED 2");
  }

  @Test
  void whatWasReadCancelledOrBelongsToSomebodyShutOutIsNotSent() {
    stage.device(world.anna, "tablet");
    stage.device(world.bo, "blocked");
    var read = stage.tell(world.anna, "N4");
    var cancelled = stage.tell(world.anna, "N5");
    var blocked = stage.tell(world.bo, "N4");
    sql("update notification set read_at = now() where id = '" + read + "'");
    sql("update notification set cancelled_at = now() where id = '" + cancelled + "'");
    sql("update app_user set blocked_at = now() where id = '" + world.bo.id() + "'");

    deliver();

    assertThat(hand.batches).isEmpty();
    assertThat(stage.pushes(read)).isEqualTo("DROPPED NOT_NEEDED 0");
    assertThat(stage.pushes(cancelled)).isEqualTo("DROPPED NOT_NEEDED 0");
    assertThat(stage.pushes(blocked)).isEqualTo("DROPPED NO_TOKEN 0");
  }

  @Test
  void whatIsMutedIsNotSentAndQuietHoursPutItOff() {
    stage.device(world.anna, "tablet");
    sql(
        "insert into notification_preference (municipality_id, user_id, muted, quiet_from,"
            + " quiet_until) values ("
            + world.municipality
            + ", '"
            + world.anna.id()
            + "', '{N8}', '21:00', '07:00')");
    world.on("2025-01-15", "22:00");
    var muted = stage.tell(world.anna, "N8");
    var escalation = stage.tell(world.anna, "N6");

    deliver();

    assertThat(hand.batches).isEmpty();
    assertThat(stage.pushes(muted)).isEqualTo("DROPPED MUTED 0");
    assertThat(stage.pushes(escalation)).isEqualTo("WAITING 0");
    assertThat(stage.nextAt(escalation)).isEqualTo("01-16 07:00");
    world.on("2025-01-16", "07:00");
    deliver();
    assertThat(stage.pushes(escalation)).isEqualTo("ACCEPTED 1");
  }

  /** No connection is held while the network is asked. */
  @Test
  void nothingIsSentInsideATransaction() {
    stage.device(world.anna, "tablet");
    var context = TestServer.running().context();
    var worker = context.getBean(TransactionOperations.class, Qualifiers.byName("worker"));
    var app = context.getBean(TransactionOperations.class);
    var open = new ArrayList<Boolean>();
    hand.meanwhile =
        () -> {
          open.add(worker.findTransactionStatus().isPresent());
          open.add(app.findTransactionStatus().isPresent());
        };
    stage.tell(world.anna, "N4");

    deliver();

    assertThat(open).containsExactly(false, false);
  }

  /** An instance that died with it in hand; then one that was only slow, and says so too late. */
  @Test
  void whatASenderLeftIsTakenAfterItsLeaseAndTheLateOneHasNothingToSay() {
    stage.device(world.anna, "tablet");
    var told = stage.tell(world.anna, "N4");
    var slow =
        PushStage.dispatch(
            _ -> {
              deliver();
              assertThat(hand.batches).as("leased").isEmpty();
              world.on("2025-01-15", "10:03");
              deliver();
              return List.of(new SendResult.Rejected(PushProblem.MESSAGE_INVALID));
            });

    slow.deliver(world.municipality);

    assertThat(hand.batches).hasSize(1);
    assertThat(stage.pushes(told)).isEqualTo("ACCEPTED 1");
  }

  @Test
  void whatEndedAMonthAgoIsForgottenAndWhatNobodySentIsGivenUp() {
    stage.device(world.anna, "tablet");
    var sent = stage.tell(world.anna, "N4");
    deliver();
    world.on("2025-01-16");
    var unsent = stage.tell(world.anna, "N5");
    var tidying = TestServer.running().context().getBean(PushTidying.class);

    world.on("2025-02-14");
    tidying.tidy(world.municipality);
    assertThat(stage.pushes(sent)).isEqualTo("ACCEPTED 1");
    assertThat(stage.pushes(unsent)).isEqualTo("DROPPED EXPIRED 0");
    world.on("2025-02-15");
    tidying.tidy(world.municipality);
    assertThat(stage.pushes(sent)).isEmpty();
    assertThat(stage.pushes(unsent)).isEqualTo("DROPPED EXPIRED 0");
  }

  @Test
  void theWorkersRoundFindsWhatIsDueInAnyMunicipality() {
    stage.device(world.anna, "tablet");
    var told = stage.tell(world.anna, "N4");

    dispatch.run(java.time.Instant.EPOCH);

    assertThat(stage.pushes(told)).isEqualTo("ACCEPTED 1");
  }

  private void sql(String sql) {
    world.sql(connection -> World.execute(connection, sql));
  }
}
