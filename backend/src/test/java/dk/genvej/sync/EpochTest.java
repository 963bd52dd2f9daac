package dk.genvej.sync;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.access.Identity;
import dk.genvej.command.GenvejCommand;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Story;
import dk.genvej.testing.Tablet;
import dk.genvej.testing.TestServer;
import dk.genvej.testing.World;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is not the one the tablets knew says so by itself. */
class EpochTest {

  private final World world = new World();
  private final Tablet tablet = Tablet.of(world, world.anna);
  private Story story;

  @BeforeEach
  void aSyncedTablet() {
    world.on("2025-01-13");
    story = new Story(world, aCitizen(world));
    story.referredTo(world.anna, "2025-01-13").planned().started("2025-01-20");
    tablet.sync();
  }

  @Test
  void anEpochLasts() {
    var before = tablet.epoch;
    story.note();
    tablet.sync();

    assertThat(tablet.epoch).isEqualTo(before);
    assertThat(reasons()).isEqualTo("FIRST");
  }

  @Test
  void anotherClusterIsAnotherEpochAndEverythingComesWhole() {
    var before = tablet.epoch;
    world.past("update sync_epoch set system_identifier = 1 where municipality_id = :m");

    var answer = tablet.pull(10);

    assertThat(tablet.epoch).isNotEqualTo(before);
    assertThat(answer.at("/citizens/0/whole").asBoolean()).isTrue();
    assertThat(reasons()).isEqualTo("FIRST OTHER_CLUSTER");
    assertThat(tablet.pull(10).get("citizens")).isEmpty();
  }

  @Test
  void anotherTimelineIsAnotherEpoch() {
    world.past("update sync_epoch set timeline = '00000007' where municipality_id = :m");

    tablet.pull(10);

    assertThat(reasons()).isEqualTo("FIRST OTHER_TIMELINE");
  }

  @Test
  void twoWhoNoticeAtOnceDrawOne() throws Exception {
    var tablets = new ArrayList<>(List.of(tablet));
    for (int i = 0; i < 5; i++) {
      tablets.add(Tablet.of(world, world.anna));
    }
    tablets.forEach(Tablet::sync);
    world.past("update sync_epoch set system_identifier = 1 where municipality_id = :m");
    var together = new CyclicBarrier(tablets.size());
    try (var pool = Executors.newFixedThreadPool(tablets.size())) {
      var running =
          tablets.stream()
              .map(
                  one ->
                      pool.submit(
                          () -> {
                            together.await();
                            return one.pull(10);
                          }))
              .toList();
      for (var one : running) {
        one.get();
      }
    }

    assertThat(reasons()).isEqualTo("FIRST OTHER_CLUSTER");
    assertThat(tablets).extracting(one -> one.epoch).containsOnly(tablet.epoch);
  }

  @Test
  void aTabletThatHoldsMoreThanThereIsGivesAwayARestore() {
    story.note();
    tablet.sync();
    world.past(
        "update citizen_change set seq = seq - 1 where municipality_id = :m and citizen_id = '%s'"
            .formatted(story.citizenId));

    var answer = tablet.pull(10);

    assertThat(reasons()).isEqualTo("FIRST CURSOR_AHEAD");
    assertThat(answer.at("/citizens/0/whole").asBoolean()).isTrue();
    assertThat(tablet.pull(10).get("citizens")).isEmpty();
  }

  @Test
  void soDoesOneThatHoldsACitizenNobodyKnowsAnyMore() {
    story.note();
    tablet.sync();
    story.stop(world.anna, "2025-01-20", "DECLINED").ok();
    world.past(
        "update citizen_change set seq = 1 where municipality_id = :m and citizen_id = '%s'"
            .formatted(story.citizenId));

    var answer = tablet.pull(10);

    assertThat(reasons()).isEqualTo("FIRST CURSOR_AHEAD");
    assertThat(answer.get("removals")).hasSize(1);
  }

  @Test
  void aReceiptForAWriteThatIsNotInTheLedgerGivesAwayARestoreOnce() {
    tablet.acknowledged = receipt(Ids.next(), UUID.fromString(tablet.epoch));

    tablet.pull(10);
    tablet.pull(10);

    assertThat(reasons()).isEqualTo("FIRST RECEIPT_UNKNOWN");
  }

  @Test
  void aReceiptForAWriteThatLandedIsWell() {
    story.note();
    var landed =
        world.value("select id from mutation where municipality_id = :m order by id desc limit 1");
    tablet.acknowledged = receipt(UUID.fromString(landed), UUID.fromString(tablet.epoch));

    tablet.pull(10);

    assertThat(reasons()).isEqualTo("FIRST");
  }

  @Test
  void aReceiptThatIsNotOursCountsForNothing() {
    for (var forged : List.of("x", receipt(Ids.next(), Ids.next()), "A".repeat(80))) {
      tablet.acknowledged = forged;
      tablet.pull(10);
    }

    assertThat(reasons()).isEqualTo("FIRST");
  }

  @Test
  void whoeverRestoresCanSayItOnTheCommandLine() {
    var renewed = bean(EpochRenewal.class).everywhere();

    tablet.pull(10);

    assertThat(renewed).contains(world.municipality);
    assertThat(reasons()).isEqualTo("FIRST COMMAND");
    assertThat(GenvejCommand.run("epoch", "new", "--help")).isZero();
  }

  private String receipt(UUID mutation, UUID epoch) {
    var user = world.anna;
    return bean(Transactions.class)
        .read(
            new Identity(user.municipality(), user.subject(), user.name(), user.roles()),
            Envelope.command("test", Ids.next(), false),
            work -> bean(Receipts.class).give(work, new Receipts.Receipt(epoch, mutation)));
  }

  private static <T> T bean(Class<T> type) {
    return TestServer.running().context().getBean(type);
  }

  private String reasons() {
    return world.value(
        "with recursive chain as (select id, reason, 1 as n from sync_epoch where municipality_id ="
            + " :m and follows is null union all select e.id, e.reason, n + 1 from sync_epoch e"
            + " join chain c on e.follows = c.id where e.municipality_id = :m) select"
            + " string_agg(reason, ' ' order by n) from chain");
  }
}
