package dk.genvej.tracking.delivery;

import static dk.genvej.testing.Citizens.aCitizen;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.receiver.Held;
import dk.genvej.shared.SystemTime;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worker's tasks by themselves, two of them at once, and one that died. */
class DeliveryTasksTest {

  private final World world = new World();

  @Test
  void aReceiverOfTheSettingsIsRegisteredForTheMunicipalitiesThatAreThere() {
    try (var worker = Region.worker(Region.url(), world.municipality)) {
      worker.getBean(DeliveryTask.class).run(SystemTime.machine());
      worker.getBean(DeliveryTask.class).run(SystemTime.machine());
    }

    assertThat(
            world.value(
                "select string_agg(name, ',') from outcome_receiver where"
                    + " municipality_id = :m"))
        .isEqualTo("region");
  }

  @Test
  void twoWorkersAtOnceSendEachVersionOnce() throws Exception {
    Region.tellOf(world);
    IntStream.range(0, 6).forEach(_ -> stopped());
    try (var workers = Executors.newFixedThreadPool(2)) {
      var both =
          List.of(
              workers.submit(() -> Region.deliver(world)),
              workers.submit(() -> Region.deliver(world)));
      assertThat(both.getFirst().get() + both.getLast().get()).isEqualTo(6);
    }
    assertThat(Region.held(world)).hasSize(6);
  }

  @Test
  void whatADeadWorkerHadInHandIsSentAgainWhenItsClaimRunsOut() {
    Region.tellOf(world);
    stopped();
    world.past(
        "update outcome_delivery set claimed_until = next_at + interval '5 minutes' where"
            + " municipality_id = :m");
    assertThat(Region.deliver(world)).isZero();
    world.on("2025-04-03", "10:06");
    assertThat(Region.deliver(world)).isEqualTo(1);

    assertThat(Region.held(world)).extracting(Held::version).containsExactly(1);
  }

  @Test
  void theBackfillTaskFindsWhatEndedUntold() {
    stopped();
    for (var table : List.of("outcome", "outcome_course")) {
      world.past("delete from " + table + " where municipality_id = :m");
    }
    Region.context().getBean(BackfillTask.class).run(SystemTime.machine());

    assertThat(world.value("select event from outcome_standing where municipality_id = :m"))
        .isEqualTo("STOPPED");
  }

  @Test
  void aReceiverIsReconciledOnceADayAndWhenItIsWoken() {
    Region.tellOf(world);
    stopped();
    Region.deliver(world);
    var task = Region.context().getBean(Reconciler.class);
    task.run(SystemTime.machine());
    var first = comparedAt();
    world.on("2025-04-04", "09:00");
    task.run(SystemTime.machine());
    assertThat(comparedAt()).isEqualTo(first);
    world.on("2025-04-04", "10:01");
    task.run(SystemTime.machine());

    assertThat(comparedAt()).isNotEqualTo(first);
  }

  private String comparedAt() {
    return world.value(
        "select max(compared_at) from outcome_reconciliation where municipality_id = :m");
  }

  private void stopped() {
    world.on("2025-01-20");
    var course = new Story(world, aCitizen(world)).referredTo(world.anna, "2025-01-20");
    course.planned().started("2025-01-20");
    world.on("2025-04-03");
    course.stop(world.anna, "2025-04-03", "DECLINED").ok();
  }
}
