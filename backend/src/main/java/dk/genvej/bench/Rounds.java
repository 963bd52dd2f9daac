package dk.genvej.bench;

import dk.genvej.demo.DemoProgress;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Does everything that is measured, again and again, in an order of the seed's. */
final class Rounds {

  /** Small things are soon measured, and noisy. */
  private static final int OFTEN = 5;

  private final Side serve;
  private final Side bare;
  private final @Nullable Side large;
  private final Side floor;
  private final FloorInserts inserts;
  private final List<Changes> changes = new ArrayList<>();
  private final Samples samples;
  private final Random random;
  private final Map<String, Double> perSecond = new LinkedHashMap<>();
  private int round = -1;

  Rounds(
      Side serve,
      Side bare,
      @Nullable Side large,
      Side floor,
      FloorInserts inserts,
      Changes small,
      @Nullable Changes grown,
      Samples samples,
      long seed) {
    this.serve = serve;
    this.bare = bare;
    this.large = large;
    this.floor = floor;
    this.inserts = inserts;
    this.changes.add(small);
    if (grown != null) {
      this.changes.add(grown);
    }
    this.samples = samples;
    this.random = new Random(seed);
  }

  /** Something that is measured. */
  private interface Task {
    void run() throws SQLException, IOException;
  }

  void run(int warmUp, int rounds, DemoProgress progress)
      throws SQLException, IOException, InterruptedException {
    long end = System.nanoTime() + warmUp * 1_000_000_000L;
    serve.everybodyLogsIn();
    do {
      once();
    } while (System.nanoTime() < end);
    for (round = 0; round < rounds; round++) {
      once();
      progress.reached("rounds", round + 1, rounds);
    }
    cold();
    crowds();
  }

  /** How many first syncs a second, by side. */
  Map<String, Double> perSecond() {
    return perSecond;
  }

  private void once() throws SQLException, IOException {
    for (var one : changes) {
      one.make();
    }
    var tasks = new ArrayList<Task>();
    for (var side : sides()) {
      tasks.add(() -> add("P1", side, side.firstSync(Side.PULLER)));
      tasks.add(() -> nothingNew(side));
      tasks.add(() -> add(round % 2 == 0 ? "P2 20" : "P2 return", side, side.changes()));
      tasks.add(() -> add("P3 20", side, side.push(20)));
      tasks.add(() -> add("P3 500", side, side.push(500)));
    }
    tasks.add(() -> add("P1", floor, floor.caller(Side.PULLER).post("caseload", "{}").well()));
    tasks.add(this::select);
    tasks.add(() -> insert(20));
    tasks.add(() -> insert(500));
    tasks.add(() -> add("P3 replay", serve, serve.replay()));
    tasks.add(() -> add("P3 10 % by rules", serve, serve.brokenByRule()));
    tasks.add(() -> add("P3 10 % by database", serve, serve.brokenInDatabase()));
    Collections.shuffle(tasks, random);
    for (var task : tasks) {
      task.run();
    }
  }

  private List<Side> sides() {
    return large == null ? List.of(serve, bare) : List.of(serve, bare, large);
  }

  private void nothingNew(Side side) {
    for (int i = 0; i < OFTEN; i++) {
      add("P2 nothing", side, side.nothingNew());
    }
  }

  private void select() {
    for (int i = 0; i < OFTEN; i++) {
      add("P2 nothing", "floor", bare.select());
    }
  }

  private void insert(int size) throws SQLException {
    var caseload = Side.caseload(Side.PUSHERS + Math.floorMod(round, 10));
    double millis = inserts.write(caseload, Queue.of(caseload, size));
    if (round >= 0) {
      samples.add("P3 " + size + " floor", round, millis, 0);
    }
  }

  private void add(String figure, Side side, Caller.Reply reply) {
    add(figure, side.name(), reply);
  }

  private void add(String figure, String side, Caller.Reply reply) {
    if (round >= 0) {
      samples.add(figure + " " + side, round, reply.millis(), reply.body().length);
    }
  }

  /** Once each: the second time it is not cold any more. */
  private void cold() {
    for (int i = 0; i < Side.COLD_ONES; i++) {
      add("P1 cold", serve, serve.firstSync(Side.COLD + i));
    }
  }

  private void crowds() throws InterruptedException {
    for (var side : List.of(serve, floor)) {
      new Crowd(side, 1).run(new Samples());
    }
    for (int i = 0; i < 3; i++) {
      for (var side : List.of(serve, floor)) {
        double rate = new Crowd(side, 3).run(samples);
        perSecond.merge(side.name(), rate / 3, Double::sum);
      }
    }
  }
}
