package dk.genvej.demo.history;

import dk.genvej.demo.DemoData;
import dk.genvej.demo.DemoMunicipality;
import dk.genvej.demo.DemoProgress;
import dk.genvej.imports.FileKind;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import dk.genvej.shared.Time;
import dk.genvej.work.Envelope;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the large municipality: the sample set is imported, the last fifteen months are told before
 * the demo is ready, and older years in the background. What is told already is not told again, so
 * a demo that was ended midway goes on where it was.
 */
@Singleton
@Requires(env = "demo")
final class History implements DemoData {

  private static final Logger LOG = LoggerFactory.getLogger(History.class);
  private static final long SEED = 20_250_113;
  private static final int RECENT_MONTHS = 15;

  /** One more than there are processors, as each of them waits for the database now and then. */
  private static final int TELLERS = Runtime.getRuntime().availableProcessors() + 1;

  /** After so many lives the tables have another shape for the planner. */
  private static final Set<Integer> GROWN = Set.of(20, 100, 400, 1_200);

  private final Transactions transactions;
  private final HistoryRepository repository;
  private final LifeTeller teller;
  private final Samples samples;
  private final Settings settings;
  private final Analyst analyst;
  private final ReentrantReadWriteLock telling = new ReentrantReadWriteLock();
  private boolean ended;

  History(
      Transactions transactions,
      HistoryRepository repository,
      LifeTeller teller,
      Samples samples,
      Settings settings,
      Analyst analyst) {
    this.transactions = transactions;
    this.repository = repository;
    this.teller = teller;
    this.samples = samples;
    this.settings = settings;
    this.analyst = analyst;
  }

  @Override
  public void fill(DemoMunicipality municipality, LocalDate today, DemoProgress progress) {
    prepare(municipality, today, progress);
    var people = people(municipality, today);
    var since = today.minusMonths(RECENT_MONTHS);
    var missing = missing(municipality, Lives.until(today, SEED, people.size()), today);
    var recent = missing.stream().filter(life -> !life.contact().isBefore(since)).toList();
    var older = missing.stream().filter(life -> life.contact().isBefore(since)).toList();
    try (var beside = Executors.newSingleThreadExecutor()) {
      // No life asks for these, so they are read while the first lives are told.
      var figures = beside.submit(() -> figures(municipality, today));
      tell("courses of the last 15 months", municipality, recent, people, today, progress);
      done(figures);
    }
    Thread.ofPlatform()
        .daemon()
        .name("older years")
        .start(() -> tellOlder(municipality, older, people, today, progress));
  }

  /** Municipal choices, citizens, and everybody who acts. */
  void prepare(DemoMunicipality municipality, LocalDate today, DemoProgress progress) {
    var known = known(today);
    inside(municipality, known, work -> courseLevels(work, known));
    samples.run(municipality, FileKind.CITIZENS, known, progress);
    meet(municipality, today);
    analyst.analyze();
  }

  /** What no life asks for: grants, and how many live here and have help. */
  void figures(DemoMunicipality municipality, LocalDate today) {
    samples.run(municipality, FileKind.GRANTS, known(today), DemoProgress.silent());
    for (var kind : List.of(FileKind.POPULATION, FileKind.RECIPIENTS)) {
      samples.run(municipality, kind, today, DemoProgress.silent());
    }
  }

  /** Since before the history begins: access, too, goes by the day. */
  private static LocalDate known(LocalDate today) {
    return today.minusYears(Lives.YEARS).minusMonths(2);
  }

  List<Person> people(DemoMunicipality municipality, LocalDate today) {
    return inside(municipality, today, work -> repository.people(work.municipality()));
  }

  /** Those whose contact is not told yet; each life is told whole or not at all. */
  List<Life> missing(DemoMunicipality municipality, List<Life> lives, LocalDate today) {
    var told = inside(municipality, today, this::told);
    return lives.stream().filter(life -> !told.contains(LifeTeller.referralId(life))).toList();
  }

  /** Waits for the lives that are being told; what is left is told at the next start. */
  @PreDestroy
  void end() {
    telling.writeLock().lock();
    ended = true;
    telling.writeLock().unlock();
  }

  private void tellOlder(
      DemoMunicipality municipality,
      List<Life> lives,
      List<Person> people,
      LocalDate today,
      DemoProgress progress) {
    try {
      tell("older years, in the background", municipality, lives, people, today, progress);
    } catch (RuntimeException failed) {
      LOG.error("The demo's older years are not all there; the next start goes on", failed);
    }
  }

  void tell(
      String what,
      DemoMunicipality municipality,
      List<Life> lives,
      List<Person> people,
      LocalDate today,
      DemoProgress progress) {
    if (lives.isEmpty()) {
      return;
    }
    long began = System.nanoTime();
    var work = new Telling(what, municipality, people, today, lives.size(), progress);
    try (var tellers = Executors.newFixedThreadPool(TELLERS)) {
      var all =
          lives.stream().<Future<?>>map(life -> tellers.submit(() -> work.one(life))).toList();
      all.forEach(History::done);
      var took = Duration.ofNanos(System.nanoTime() - began);
      LOG.info("{}: {} of {} contacts in {} s", what, work.done(), lives.size(), took.toSeconds());
    }
  }

  private static void done(Future<?> part) {
    try {
      part.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the demo's history could not be told", failed.getCause());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells lives, several at once, and how far it has come. */
  private final class Telling {

    private final String what;
    private final DemoMunicipality municipality;
    private final List<Person> people;
    private final LocalDate today;
    private final int all;
    private final DemoProgress progress;
    private int done;

    Telling(
        String what,
        DemoMunicipality municipality,
        List<Person> people,
        LocalDate today,
        int all,
        DemoProgress progress) {
      this.what = what;
      this.municipality = municipality;
      this.people = people;
      this.today = today;
      this.all = all;
      this.progress = progress;
      progress.reached(what, 0, all);
    }

    void one(Life life) {
      telling.readLock().lock();
      try {
        if (!ended) {
          teller.tell(municipality, life, people.get(life.citizen()), today);
          told();
        }
      } finally {
        telling.readLock().unlock();
      }
    }

    private void told() {
      if (GROWN.contains(another())) {
        analyst.analyze();
      }
    }

    /** One after the other, so that the last that is heard is the highest. */
    private synchronized int another() {
      done++;
      progress.reached(what, done, all);
      return done;
    }

    synchronized int done() {
      return done;
    }
  }

  /**
   * Everybody who acts in a life is known beforehand, so that two tellers need not wait for each
   * other.
   */
  private void meet(DemoMunicipality municipality, LocalDate today) {
    for (var role : List.of(Role.VISITATOR, Role.THERAPIST, Role.COORDINATOR)) {
      for (var user : municipality.staff(role)) {
        transactions.command(
            user.identity(), Envelope.command("demo", Ids.next(), true), at(today), Work::today);
      }
    }
  }

  private Set<UUID> told(Work work) {
    return repository.told(work.municipality()).stream()
        .map(HistoryRepository.Told::told)
        .collect(Collectors.toSet());
  }

  private Boolean courseLevels(Work work, LocalDate from) {
    var chosen = settings.on(work, from).map(Setting.COURSE_LEVELS);
    if (chosen.isEmpty()) {
      repository.chooseCourseLevels(
          work.municipality(),
          Ids.named("demo course levels"),
          Setting.COURSE_LEVELS.key(),
          from,
          Levels.setting(),
          "Opdigtet: Storå Kommunes forløbstakster",
          work.now());
    }
    return chosen.isEmpty();
  }

  static Instant at(LocalDate day) {
    return day.atTime(8, 0).atZone(Time.ZONE).toInstant();
  }

  private <T> T inside(DemoMunicipality municipality, LocalDate day, Function<Work, T> reading) {
    var visitator = municipality.staff(Role.VISITATOR).getFirst().identity();
    return transactions.command(
        visitator, Envelope.command("demo", Ids.next(), true), at(day), reading);
  }
}
