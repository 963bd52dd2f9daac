package dk.genvej.check;

import dk.genvej.api.model.Goal;
import dk.genvej.client.MutationState;
import dk.genvej.client.SyncReport.End;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * R4: three tablets of two people write, sync, stop and start in an order that the seed decides, on
 * networks that lose, cut, double, delay and reorder; then all come home.
 */
final class Schedule implements AutoCloseable {

  private static final double FAULTS = 0.35;
  private static final int MOST_SYNCS = 12;

  private final Scene scene;
  private final Random random;
  private final List<Tablet> tablets;
  private final List<UUID> sound = new ArrayList<>();
  private int texts;

  Schedule(Site site, Scene scene, Path home, long seed) throws IOException {
    this.scene = scene;
    this.random = new Random(seed);
    this.tablets = new ArrayList<>();
    for (var person : List.of(scene.anna(), scene.anna(), scene.asta())) {
      tablets.add(
          Tablet.of(
              home.resolve("tablet" + tablets.size()),
              scene,
              person,
              site.transport(person),
              Duration.ofSeconds(random.nextInt(-60, 60)),
              random.nextLong(),
              FAULTS));
    }
  }

  List<Tablet> play() throws IOException {
    int steps = 12 + random.nextInt(12);
    for (int i = 0; i < steps; i++) {
      step(tablets.get(random.nextInt(tablets.size())));
    }
    return comeHome(tablets);
  }

  private void step(Tablet tablet) throws IOException {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> sound.add(tablet.note(text(), after(tablet)).mutation());
      case 3 -> tablet.visit(text(), after(tablet));
      case 4 -> register(tablet);
      case 5, 6 -> aim(tablet);
      case 7 -> tablet.unsound(random.nextBoolean());
      case 8 -> tablet.restart();
      case 9 -> together();
      default -> tablet.sync();
    }
  }

  /** A colleague of the area may not; the one who has the course may. */
  private void register(Tablet tablet) throws IOException {
    if (tablet.person().equals(scene.anna())) {
      tablet.registration(text(), after(tablet));
    } else {
      tablet.visit(text(), after(tablet));
    }
  }

  /** Sets a goal, or changes one; the plan is the therapist's own, so Anna's alone. */
  private void aim(Tablet tablet) throws IOException {
    if (!tablet.person().equals(scene.anna())) {
      tablet.note(text());
      return;
    }
    var known = tablet.goals();
    if (known.isEmpty()) {
      var goal = tablet.goal(text());
      if (random.nextBoolean()) {
        tablet.change(goal.resource(), goal.body(), 1, changes());
      }
      return;
    }
    var goal = known.get(random.nextInt(known.size()));
    tablet.change(goal.getId(), values(goal), goal.getVersion(), changes());
  }

  private Map<String, Object> changes() {
    var changes = new LinkedHashMap<String, Object>();
    switch (random.nextInt(4)) {
      case 0 -> changes.put("target", text());
      case 1 -> changes.put("measure", text());
      case 2 -> changes.put("targetValue", random.nextInt(1000));
      default -> {
        changes.put("target", text());
        changes.put("baseline", text());
      }
    }
    return changes;
  }

  static Map<String, Object> values(Goal goal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("citizensWords", goal.getCitizensWords());
    values.put("conditionId", goal.getConditionId().toString());
    values.put("measure", goal.getMeasure());
    values.put("baseline", goal.getBaseline());
    values.put("baselineOn", goal.getBaselineOn().toString());
    values.put("target", goal.getTarget());
    values.put("targetOn", goal.getTargetOn().toString());
    values.put("agreedWithCitizen", goal.getAgreedWithCitizen());
    values.put("status", goal.getStatus().getValue());
    if (goal.getTargetValue() != null) {
      values.put("targetValue", goal.getTargetValue().intValueExact());
    }
    return values;
  }

  /** Sometimes something of the same person that another tablet has, and may not have sent. */
  private UUID[] after(Tablet tablet) {
    if (random.nextInt(4) > 0) {
      return new UUID[0];
    }
    var earlier =
        tablets.stream()
            .filter(other -> other.person().equals(tablet.person()))
            .flatMap(other -> other.intents().stream())
            .map(Intent::mutation)
            .filter(sound::contains)
            .toList();
    return earlier.isEmpty()
        ? new UUID[0]
        : new UUID[] {earlier.get(random.nextInt(earlier.size()))};
  }

  /** All sync at the same moment. */
  private void together() throws IOException {
    var failures = new ArrayList<Throwable>();
    var threads =
        tablets.stream()
            .map(
                tablet ->
                    Thread.startVirtualThread(
                        () -> {
                          try {
                            tablet.sync();
                          } catch (IOException | RuntimeException failed) {
                            synchronized (failures) {
                              failures.add(failed);
                            }
                          }
                        }))
            .toList();
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (!failures.isEmpty()) {
      throw new IOException("a tablet failed", failures.getFirst());
    }
  }

  private String text() {
    return "Æbler og pærer " + ++texts;
  }

  /** On good networks until nobody has anything to send or take. */
  static List<Tablet> comeHome(List<Tablet> tablets) throws IOException {
    for (var tablet : tablets) {
      tablet.comeHome();
    }
    for (int round = 0; round < 3; round++) {
      for (var tablet : tablets) {
        untilDone(tablet);
      }
    }
    return tablets;
  }

  private static void untilDone(Tablet tablet) throws IOException {
    for (int i = 0; i < MOST_SYNCS; i++) {
      var report = tablet.sync();
      if (report.end() == End.ERASED || (report.end() == End.DONE && !waits(tablet))) {
        return;
      }
      if (report.end() != End.DONE && report.end() != End.LATER) {
        throw new IOException("a sync on a good network ended with " + report);
      }
    }
  }

  private static boolean waits(Tablet tablet) {
    return tablet.queue().stream().anyMatch(one -> one.state() == MutationState.SENT);
  }

  @Override
  public void close() throws IOException {
    for (var tablet : tablets) {
      tablet.close();
    }
  }
}
