package dk.genvej.check;

import dk.genvej.demo.DemoProgress;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * All trials of one seed on one site. Each is named by its number, and its result is written down
 * when it ends: a run that was stopped goes on where it was, in the same folder.
 */
public final class Campaign {

  private static final int THREADS = 4;

  private final long seed;
  private final Map<Trial, Integer> counts;
  private final Path home;
  private final Path tablets;
  private final Tally tally = new Tally();
  private final Instant end;
  private final Map<Trial, TreeMap<Integer, String>> results = new EnumMap<>(Trial.class);

  private Campaign(long seed, Map<Trial, Integer> counts, Path home, Path tablets, Instant end) {
    this.seed = seed;
    this.counts = counts;
    this.home = home;
    this.tablets = tablets;
    this.end = end;
  }

  private synchronized TreeMap<Integer, String> of(Trial trial) {
    return results.computeIfAbsent(trial, _ -> new TreeMap<>());
  }

  /**
   * Runs what is not done yet.
   *
   * @param counts how many of each
   * @param home of the database and the results
   * @param tablets where the tablets' folders lie
   * @param most after which no further trial is begun; the next run goes on
   */
  public static Outcome run(
      long seed,
      Map<Trial, Integer> counts,
      Path home,
      Path tablets,
      Duration most,
      DemoProgress progress)
      throws IOException, SQLException, InterruptedException {
    var began = SystemTime.machine();
    var campaign = new Campaign(seed, counts, home, tablets, began.plus(most));
    Files.createDirectories(home);
    campaign.readResults();
    campaign.tally.read(campaign.tallyFile());
    if (most.isPositive()) {
      campaign.goOn(progress);
    }
    return campaign.outcome(Duration.between(began, SystemTime.machine()), began);
  }

  private void goOn(DemoProgress progress) throws IOException, InterruptedException {
    try (var site = Site.start(home)) {
      for (var trial : Trial.values()) {
        runAll(trial, site, new Scenes(site), progress);
      }
    } finally {
      tally.write(tallyFile());
    }
  }

  /** How it ended: what was printed, and whether all is well. */
  public record Outcome(boolean allWell, String text) {}

  private void runAll(Trial trial, Site site, Scenes scenes, DemoProgress progress)
      throws InterruptedException, IOException {
    int count = counts.getOrDefault(trial, 0);
    var done = of(trial);
    var todo = IntStream.range(0, count).filter(n -> !done.containsKey(n)).boxed().toList();
    var restores = new Restores(site, scenes, tablets);
    try (var threads = Executors.newFixedThreadPool(trial == Trial.R7 ? 1 : THREADS)) {
      List<Future<?>> running = new java.util.ArrayList<>();
      for (var number : todo) {
        running.add(threads.submit(() -> one(trial, number, site, scenes, restores)));
      }
      for (int i = 0; i < running.size(); i++) {
        running.get(i).get();
        progress.reached(trial.name(), i + 1, running.size());
      }
    } catch (ExecutionException failed) {
      throw new IOException("the results could not be written", failed);
    }
  }

  private void one(Trial trial, int number, Site site, Scenes scenes, Restores restores) {
    if (SystemTime.machine().isAfter(end)) {
      return;
    }
    String result;
    try {
      var faults =
          trial == Trial.R7
              ? restores.play(number, tally)
              : play(trial, number, site, scenes.next());
      result = String.join("; ", faults);
    } catch (IOException | SQLException | RuntimeException failed) {
      var trace = new StringWriter();
      failed.printStackTrace(new PrintWriter(trace));
      result = trace.toString();
    }
    write(trial, number, result.replace('\n', ' ').replace('\t', ' '));
  }

  private List<String> play(Trial trial, int number, Site site, Scene scene)
      throws IOException, SQLException {
    long its = seed * 1_000_003 + number * 31L + trial.name().hashCode();
    var folder = tablets.resolve(seed + "-" + trial + "-" + number + "-" + scene.municipality());
    try (var superuser = site.superuser()) {
      var look = new Look(superuser, scene);
      return switch (trial) {
        case R4 -> schedule(site, scene, look, folder, its);
        case CUT -> new Cuts(site, scene, look).play();
        case R5 -> new Races(site, scene, look, its).play();
        case R6 -> new Clocks(site, scene, look, folder, its, tally).play();
        case R8 -> new Conservation(site, scene, look, folder, its).play();
        case R7 -> throw new IllegalStateException("one at a time");
      };
    } finally {
      erase(folder);
    }
  }

  private List<String> schedule(Site site, Scene scene, Look look, Path folder, long its)
      throws IOException {
    try (var schedule = new Schedule(site, scene, folder, its)) {
      var home = schedule.play();
      home.forEach(tablet -> tally.network(tablet.network().done()));
      return Model.faults(look, home, tally);
    }
  }

  private static void erase(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path resultFile() {
    return home.resolve("results-" + seed + ".tsv");
  }

  private Path tallyFile() {
    return home.resolve("tally-" + seed + ".tsv");
  }

  private void readResults() throws IOException {
    if (Files.notExists(resultFile())) {
      return;
    }
    for (var line : Files.readAllLines(resultFile())) {
      var cells = line.split("\t", -1);
      if (cells.length == 3) {
        of(Trial.valueOf(cells[0])).put(Integer.valueOf(cells[1]), cells[2]);
      }
    }
  }

  private synchronized void write(Trial trial, int number, String result) {
    of(trial).put(number, result);
    try {
      Files.writeString(
          resultFile(),
          trial + "\t" + number + "\t" + result + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new IllegalStateException("the result could not be written", failed);
    }
  }

  private Outcome outcome(Duration took, Instant began) {
    var text = new StringBuilder();
    boolean well = tally.falselySaved() == 0;
    int left = 0;
    for (var trial : new java.util.TreeSet<>(counts.keySet())) {
      int wanted = counts.getOrDefault(trial, 0);
      var all = new TreeMap<>(of(trial).headMap(wanted));
      long good = all.values().stream().filter(String::isEmpty).count();
      text.append("%-4s%6d of %d %s%n".formatted(trial, good, wanted, trial.sentence()));
      all.forEach(
          (number, fault) -> {
            if (!fault.isEmpty()) {
              text.append("      %s %d: %s%n".formatted(trial, number, shortened(fault)));
            }
          });
      well &= good == wanted;
      left += wanted - all.size();
    }
    text.append(
        "R9  %6d false of %d lines of the tablets' own ledgers%n"
            .formatted(tally.falselySaved(), tally.saved()));
    text.append("    what the networks did in R4: %s%n".formatted(tally.network()));
    text.append(
        "seed %d, %s, %d processors, JDK %s, PostgreSQL %s (embedded), %s, %.1f s%n"
            .formatted(
                seed,
                began.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                "18",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                took.toMillis() / 1000.0));
    if (left > 0) {
      text.append(
          "%d not tried yet: the same command with the same seed and folder goes on%n"
              .formatted(left));
    }
    return new Outcome(well, text.toString());
  }

  private static String shortened(String fault) {
    return fault.length() > 600 ? fault.substring(0, 600) + " …" : fault;
  }
}
