package dk.genvej.check;

import dk.genvej.client.Transport;
import dk.genvej.demo.DemoProgress;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * R1 and R2: while two tablets upload, the backend's process or the database's is killed with
 * SIGKILL, started again, and everything is held against the model; so are the outcomes of courses
 * that end while the backend is killed. Counted is what landed: kills at a moment when an upload
 * had been sent and was not answered.
 */
public final class Kills {

  private static final int WRITES = 120;

  private final Random random;
  private final Path tablets;
  private final KillLog log;
  private final Tally tally = new Tally();
  private final AtomicInteger underWay = new AtomicInteger();

  /** How long an upload takes, for aiming. */
  private volatile long lastNanos = 20_000_000;

  private Kills(long seed, Path tablets, KillLog log) {
    // A run that goes on aims elsewhere than the one before it.
    this.random = new Random(seed + log.size());
    this.tablets = tablets;
    this.log = log;
  }

  /** Who is killed. */
  public enum Victim {
    BACKEND(6),
    POSTGRES(0);

    /** How many courses end meanwhile. */
    private final int ends;

    Victim(int ends) {
      this.ends = ends;
    }
  }

  /**
   * How it ended.
   *
   * @param kills that were tried, by this run and by those before it
   */
  public record Outcome(int kills, int landed, int inAnEnd, List<String> faults, String text) {}

  /**
   * Kills one after another, each in a scene of its own, until there were so many.
   *
   * @param home of the database and of what came of the kills
   * @param tablets where the tablets' folders lie
   * @param most after which nobody is killed any more; the next run goes on
   */
  public static Outcome run(
      Victim victim,
      int kills,
      long seed,
      Path home,
      Path tablets,
      Duration most,
      DemoProgress progress)
      throws IOException, SQLException {
    var all = new Kills(seed, tablets, KillLog.in(home, seed));
    var tallyFile = home.resolve("tally-" + seed + ".tsv");
    all.tally.read(tallyFile);
    var began = SystemTime.machine();
    if (all.log.size() < kills && most.isPositive()) {
      try {
        all.goOn(victim, kills, home, began.plus(most), progress);
      } finally {
        all.tally.write(tallyFile);
      }
    }
    return all.outcome(victim, kills, seed, Duration.between(began, SystemTime.machine()));
  }

  private void goOn(Victim victim, int kills, Path home, Instant end, DemoProgress progress)
      throws IOException, SQLException {
    try (var site = Site.startDurable(home);
        var backend =
            new Backend(
                "backend",
                site.home(),
                site.settings(-1),
                Launch.serve("-XX:TieredStopAtLevel=1"))) {
      var ends =
          new Ends(
              site,
              kills - log.size(),
              victim.ends,
              person -> transport(victim, site, backend, person));
      var scenes = new Scenes(site);
      if (victim == Victim.BACKEND) {
        backend.start();
      }
      while (log.size() < kills && SystemTime.machine().isBefore(end)) {
        log.add(one(victim, site, backend, scenes.next(), ends));
        progress.reached(victim + " killed", log.size(), kills);
      }
    }
  }

  private static Transport transport(Victim victim, Site site, Backend backend, Person person) {
    return victim == Victim.BACKEND
        ? backend.transport(site.issuer(), person)
        : site.transport(person);
  }

  private KillLog.Kill one(Victim victim, Site site, Backend backend, Scene scene, Ends ends)
      throws IOException, SQLException {
    var pair = new ArrayList<Tablet>();
    for (var person : List.of(scene.anna(), scene.asta())) {
      var good = transport(victim, site, backend, person);
      var folder = tablets.resolve(scene.municipality() + "-" + scene.number() + "-" + pair.size());
      pair.add(Tablet.of(folder, scene, person, watched(good), Duration.ZERO, 0, 0));
    }
    try {
      ends.prepare();
      var hit = upload(pair, ends, () -> kill(victim, site, backend));
      restart(victim, site, backend);
      Schedule.comeHome(pair);
      try (var superuser = site.superuser()) {
        var faults = new ArrayList<String>();
        Model.faults(new Look(superuser, scene), pair, tally)
            .forEach(fault -> faults.add(scene + ": " + fault));
        faults.addAll(ends.faults(superuser));
        return new KillLog.Kill(hit.upload, hit.end, faults);
      }
    } finally {
      for (var tablet : pair) {
        tablet.close();
      }
    }
  }

  /** What was under way at the moment of the kill. */
  private record Hit(boolean upload, boolean end) {}

  private Transport watched(Transport good) {
    return call -> {
      if (!call.path().equals("/sync/push")) {
        return good.send(call);
      }
      long began = System.nanoTime();
      underWay.incrementAndGet();
      try {
        var reply = good.send(call);
        lastNanos = System.nanoTime() - began;
        return reply;
      } finally {
        underWay.decrementAndGet();
      }
    };
  }

  /** Both write and sync, and courses end, until the kill has been; then the kill. */
  private Hit upload(List<Tablet> pair, Ends ends, Runnable kill) throws IOException {
    for (var tablet : pair) {
      tablet.sync();
      for (int i = 0; i < WRITES; i++) {
        tablet.note("Nr. " + i);
      }
    }
    var over = new AtomicBoolean();
    var threads =
        pair.stream()
            .map(
                tablet ->
                    Thread.startVirtualThread(
                        () -> {
                          while (!over.get()) {
                            more(tablet);
                          }
                        }))
            .toList();
    ends.begin();
    long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (underWay.get() == 0 && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }
    Backend.pause(Duration.ofNanos(random.nextLong(Math.max(1_000_000, lastNanos))));
    var hit = new Hit(underWay.get() > 0, ends.underWay());
    kill.run();
    over.set(true);
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return hit;
  }

  private void more(Tablet tablet) {
    try {
      tablet.sync();
      for (int i = 0; i < WRITES / 4; i++) {
        tablet.note("Mere " + i);
      }
    } catch (IOException disk) {
      throw new IllegalStateException("a tablet's own disk failed", disk);
    }
  }

  private static void kill(Victim victim, Site site, Backend backend) {
    switch (victim) {
      case BACKEND -> backend.kill();
      case POSTGRES -> site.killPostgres();
    }
  }

  private static void restart(Victim victim, Site site, Backend backend) throws IOException {
    switch (victim) {
      case BACKEND -> backend.start();
      case POSTGRES -> site.restartPostgres();
    }
  }

  private Outcome outcome(Victim victim, int kills, long seed, Duration took) {
    var faults = log.faults();
    var text =
        "%s  %d of %d kills of %s without loss or doubling; %d landed inside an upload, %d while a course was being ended; %d false of %d lines of the tablets' ledgers; seed %d, %d processors, JDK %s, %.1f s%n"
            .formatted(
                victim == Victim.BACKEND ? "R1" : "R2",
                log.unharmed(),
                kills,
                victim,
                log.landed(),
                log.inAnEnd(),
                tally.falselySaved(),
                tally.saved(),
                seed,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                took.toMillis() / 1000.0);
    return new Outcome(
        log.size(), log.landed(), log.inAnEnd(), faults, text + String.join("\n", faults));
  }
}
