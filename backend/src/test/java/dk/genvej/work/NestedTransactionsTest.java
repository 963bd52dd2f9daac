package dk.genvej.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.access.Actor;
import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A command inside another transaction: its scope stands only when the outermost has committed. */
@Timeout(60)
class NestedTransactionsTest {

  private final World world = new World();
  private final Transactions transactions =
      TestServer.running().context().getBean(Transactions.class);

  @SuppressWarnings("unchecked")
  private final TransactionOperations<Connection> database =
      TestServer.running().context().getBean(TransactionOperations.class);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Nobody the server has met. */
  private final Identity newcomer = identity("nina");

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void aScopeThatWasRolledBackIsStoredByTheNextCommand() {
    assertThatThrownBy(() -> nested(newcomer, this::giveUp)).isInstanceOf(GivenUp.class);

    var actor = command(newcomer);

    assertScopeStands(actor);
    assertThat(command(newcomer).scopeKey()).isEqualTo(actor.scopeKey());
  }

  @Test
  void aScopeThatIsNotCommittedYetIsStoredByOthersToo() throws Exception {
    var entered = new CountDownLatch(1);
    var givenUp = new CountDownLatch(1);
    var outer =
        CompletableFuture.runAsync(
            () ->
                nested(
                    newcomer,
                    () -> {
                      entered.countDown();
                      await(givenUp);
                      giveUp();
                    }),
            threads);
    entered.await();
    var other = CompletableFuture.supplyAsync(() -> command(newcomer), threads);
    untilSomebodyWaits();
    givenUp.countDown();

    var actor = other.get(30, TimeUnit.SECONDS);

    assertThat(outer).isCompletedExceptionally();
    assertScopeStands(actor);
  }

  @Test
  void twoNestedCommandsAtOnceEndAsOne() {
    for (int i = 0; i < 5; i++) {
      var both = new CyclicBarrier(2);
      var identity = identity("nora" + i);
      var first = CompletableFuture.runAsync(() -> together(identity, both), threads);
      var second = CompletableFuture.runAsync(() -> together(identity, both), threads);
      CompletableFuture.allOf(first, second).orTimeout(30, TimeUnit.SECONDS).join();

      var actor = command(identity);
      assertScopeStands(actor);
      assertThat(count("membership", "user_id", actor.userId())).isEqualTo(1);
    }
  }

  @Test
  void aScopeThatWasCommittedIsNotStoredAgain() {
    var actor = command(newcomer);
    world.sql(
        connection ->
            World.execute(
                connection,
                "delete from actor_scope where actor_key = '" + actor.scopeKey() + "'"));

    command(newcomer);

    assertThat(count("actor_scope", "actor_key", actor.scopeKey())).isZero();
  }

  private void together(Identity identity, CyclicBarrier both) {
    try {
      both.await(30, TimeUnit.SECONDS);
    } catch (Exception late) {
      throw new AssertionError(late);
    }
    nested(identity, () -> {});
  }

  /** Two commands in one transaction, as the demo's history is told, and then something else. */
  private void nested(Identity identity, Runnable after) {
    database.executeWrite(
        _ -> {
          command(identity);
          var actor = command(identity);
          after.run();
          return actor;
        });
  }

  private Actor command(Identity identity) {
    return transactions.command(
        identity,
        Envelope.command("test", Ids.next(), true),
        TestServer.running().time().now(world.municipality),
        Work::actor);
  }

  /** Herself, her courses, the area she works in and what she hands in. */
  private void assertScopeStands(Actor actor) {
    assertThat(count("actor_scope", "actor_key", actor.scopeKey())).isEqualTo(4);
    assertThat(count("app_user", "id", actor.userId())).isEqualTo(1);
  }

  private int count(String table, String column, UUID value) {
    return Integer.parseInt(
        world.value(
            "select count(*) from "
                + table
                + " where municipality_id = :m and "
                + column
                + " = '"
                + value
                + "'"));
  }

  private Identity identity(String subject) {
    var user = world.user(subject, subject, Role.THERAPIST, world.nordArea);
    return new Identity(world.municipality, subject, subject, user.roles());
  }

  private void untilSomebodyWaits() throws InterruptedException {
    while (world
        .value("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
        .equals("0")) {
      Thread.sleep(20);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException ended) {
      throw new AssertionError(ended);
    }
  }

  private void giveUp() {
    throw new GivenUp();
  }

  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
