package dk.genvej.check.push;

import dk.genvej.demo.DemoProgress;
import dk.genvej.demo.fcm.Received;
import dk.genvej.push.PushDispatch;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * R10: so many pushes by two instances, while three requests of ten fare badly in every way FCM and
 * a network have. It ends when nothing is left to do, by a clock that is moved.
 */
public final class PushCampaign {

  private static final int WAVES = 5;

  /** What comes back within so long is taken together. */
  private static final Duration TOGETHER = Duration.ofSeconds(45);

  /** More rounds than any run needs that ends at all. */
  private static final int MOST_ROUNDS = 5_000;

  private final PushSite site;
  private final Connection superuser;
  private final PushPeople people;

  private PushCampaign(PushSite site, Connection superuser, long seed) {
    this.site = site;
    this.superuser = superuser;
    this.people = new PushPeople(superuser, site.municipality, seed);
  }

  /**
   * @param sends pushes at least
   * @param received every request, for whoever looks at what it said
   */
  public record Outcome(
      int sends, List<String> faults, List<Received> received, Duration took, String text) {}

  /** Runs it and judges it. */
  public static Outcome run(PushSite site, int sends, long seed, DemoProgress progress)
      throws SQLException, IOException {
    var began = SystemTime.machine();
    site.watch.storm(seed);
    try (var superuser = site.superuser();
        var threads = Executors.newFixedThreadPool(site.instances.size())) {
      var campaign = new PushCampaign(site, superuser, seed);
      campaign.play(sends, threads, progress);
      return campaign.outcome(seed, began);
    }
  }

  private void play(int sends, ExecutorService threads, DemoProgress progress)
      throws SQLException, IOException {
    people.hire(Math.max(10, sends / 8), site.time.now());
    int wave = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (wave < WAVES && round >= wave * 4) {
        // Somebody has two devices in the middle.
        people.tell(sends / 2 / WAVES + 1, site.time.now());
        wave++;
      }
      int claimed = deliver(threads);
      people.reinstall(site.time.now());
      var next = PushRows.next(superuser, site.municipality);
      if (next.isEmpty() && wave == WAVES) {
        int missing = sends - PushRows.all(superuser, site.municipality).size();
        if (missing <= 0) {
          return;
        }
        // Who had lost the token when the waves came was not to be woken.
        people.tell(missing / 2 + 1, site.time.now());
      }
      site.time.move(Duration.ofSeconds(1));
      if (claimed == 0) {
        site.time.moveTo(next.orElse(site.time.now()).plus(TOGETHER));
      }
      progress.reached("requests", site.watch.received().size(), 0);
    }
  }

  /** One batch of each instance, all at the same moment. */
  private int deliver(ExecutorService threads) throws IOException {
    var batches =
        site.instances.stream()
            .map(instance -> instance.getBean(PushDispatch.class))
            .<Callable<Integer>>map(dispatch -> () -> dispatch.batch(site.municipality))
            .toList();
    try {
      int claimed = 0;
      for (var done : threads.invokeAll(batches)) {
        claimed += done.get();
      }
      return claimed;
    } catch (ExecutionException failed) {
      throw new IOException("an instance failed", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopping);
    }
  }

  private Outcome outcome(long seed, Instant began) throws SQLException {
    var rows = PushRows.all(superuser, site.municipality);
    var received = site.watch.received();
    var faults = PushWatch.faults(received, people, rows);
    var took = Duration.between(began, SystemTime.machine());
    return new Outcome(
        rows.size(), faults, received, took, text(seed, rows, received, faults, took));
  }

  private String text(
      long seed,
      List<PushRows.Row> rows,
      List<Received> received,
      List<String> faults,
      Duration took) {
    var states =
        rows.stream()
            .collect(
                Collectors.groupingBy(PushRows.Row::state, TreeMap::new, Collectors.counting()));
    var troubles =
        received.stream()
            .collect(Collectors.groupingBy(Received::trouble, TreeMap::new, Collectors.counting()));
    var text =
        new StringBuilder(
            "R10 %d pushes, %d requests by %d instances: %d faults%n"
                .formatted(rows.size(), received.size(), site.instances.size(), faults.size()));
    text.append("    states %s%n    requests that fared badly %s%n".formatted(states, troubles));
    text.append(
        "S12 %d requests held against the allow-list and %d words of the demo's citizens%n"
            .formatted(received.size(), PersonalWords.ofTheDemo().count()));
    faults.stream().limit(20).forEach(fault -> text.append("    ").append(fault).append('\n'));
    return text.append(
            "seed %d, %d processors, JDK %s, %.1f s, of which %s by the clock that was moved%n"
                .formatted(
                    seed,
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    took.toMillis() / 1000.0,
                    Duration.between(received.getFirst().at(), site.time.now())))
        .toString();
  }
}
