package dk.genvej.check;

import dk.genvej.check.CourseLife.Act;
import dk.genvej.check.CourseLife.Deed;
import dk.genvej.client.Transport;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Courses that are evaluated, re-visited, followed up and stopped while somebody is killed: what
 * was answered must be there, and whatever is there must have its outcome (R12).
 */
final class Ends {

  private static final List<Deed> START = List.of(Deed.REFER, Deed.ACTIVATE);
  private static final List<Deed> COMPLETION = List.of(Deed.EVALUATE, Deed.REVISIT);

  /** What is done before a kill and in its midst: a stop, a follow-up, or all of an end. */
  private enum Fate {
    STOPPED(START, List.of(Deed.STOP)),
    FOLLOWED_UP(join(START, COMPLETION), List.of(Deed.FOLLOW_UP)),
    COMPLETED(START, join(COMPLETION, List.of(Deed.FOLLOW_UP)));

    private final List<Deed> before;
    private final List<Deed> inTheMidst;

    Fate(List<Deed> before, List<Deed> inTheMidst) {
      this.before = before;
      this.inTheMidst = inTheMidst;
    }

    static Fate of(int life) {
      return values()[life % values().length];
    }
  }

  private static List<Deed> join(List<Deed> first, List<Deed> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  /** Of an act that was answered, that the field shows it. */
  private static final String SHOWN =
      """
      select case ':deed'
               when 'EVALUATE' then c.evaluated_on is not null
               when 'REVISIT' then c.state = 'COMPLETED'
               when 'STOP' then c.state = 'STOPPED'
               else exists (select from follow_up f
                             where f.municipality_id = c.municipality_id and f.course_id = c.id and f.state = 'RECORDED') end
        from course c where c.municipality_id = :m and c.id = ':course'
      """;

  /** Nothing waits to be found by whoever looks for what was forgotten. */
  private static final String FOUND_LATER =
      "select count(*) = 0 from outcome where municipality_id = :m and historic";

  private final int lives;
  private final Town town;
  private final DeadlineDeeds deeds;
  private final LocalDate today;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Collection<Act> answered = new ConcurrentLinkedQueue<>();
  private final Collection<Act> refused = new ConcurrentLinkedQueue<>();
  private final Collection<Act> unanswered = new ConcurrentLinkedQueue<>();
  private final List<Thread> people = new ArrayList<>();
  private int next;

  /**
   * A town of its own, with a receiver that gets nothing yet.
   *
   * @param kills there will be
   * @param lives that end about each of them
   */
  Ends(Site site, int kills, int lives, Function<Person, Transport> transports)
      throws SQLException {
    this.lives = lives;
    this.today = Time.dayOf(SystemTime.machine());
    this.town = new Town(Scenes.highest(site) + 1, today);
    var scene = new TownScene(site, town);
    scene.make(Rules.STANDARD, kills * lives);
    try (var superuser = site.superuser();
        var statement = superuser.createStatement()) {
      statement.execute(
          "insert into outcome_receiver (municipality_id, name, since) values (%d, 'later', now())"
              .formatted(town.municipality()));
    }
    this.deeds = new DeadlineDeeds(site, town, scene, person -> new Wire(transports.apply(person)));
  }

  /** For the next kill. */
  void prepare() throws IOException, SQLException {
    for (int life = next; life < next + lives; life++) {
      for (var deed : Fate.of(life).before) {
        if (!deeds.done(act(life, deed), day(deed), false)) {
          throw new IOException(act(life, deed) + " was refused");
        }
      }
    }
  }

  /** Two people end them at once, until there are no more or nobody answers. */
  void begin() {
    for (int first = next; first < next + 2; first++) {
      int from = first;
      int until = next + lives;
      people.add(Thread.startVirtualThread(() -> end(from, until)));
    }
    next += lives;
  }

  private void end(int from, int until) {
    for (int life = from; life < until; life += 2) {
      for (var deed : Fate.of(life).inTheMidst) {
        var act = act(life, deed);
        underWay.incrementAndGet();
        try {
          (deeds.done(act, day(act.deed()), false) ? answered : refused).add(act);
        } catch (IOException | SQLException killed) {
          unanswered.add(act);
          return;
        } finally {
          underWay.decrementAndGet();
        }
      }
    }
  }

  /** Whether somebody waits for an answer. */
  boolean underWay() {
    return underWay.get() > 0;
  }

  /**
   * Sentences about what is wrong, once all is up again; then what was not answered is done again.
   */
  List<String> faults(Connection superuser) throws IOException, SQLException {
    for (var one : people) {
      try {
        one.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    people.clear();
    var faults = new ArrayList<>(OutcomeOutbox.amiss(superuser, town.municipality()));
    for (var act : answered) {
      var shown = SHOWN.replace(":deed", act.deed().name()).replace(":course", course(act));
      if (!holds(superuser, shown)) {
        faults.add(act + " was answered and is lost");
      }
    }
    refused.forEach(act -> faults.add(act + " was refused"));
    if (!holds(superuser, FOUND_LATER)) {
      faults.add("an outcome was written afterwards only");
    }
    for (var act : unanswered) {
      deeds.done(act, day(act.deed()), false);
    }
    answered.clear();
    refused.clear();
    unanswered.clear();
    return faults;
  }

  private String course(Act act) {
    return deeds.course(act.life()).toString();
  }

  private boolean holds(Connection superuser, String sql) throws SQLException {
    try (var query = superuser.createStatement();
        var rows = query.executeQuery(sql.replace(":m", Integer.toString(town.municipality())))) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** A follow-up comes after the end, and that after the start. */
  private LocalDate day(Deed deed) {
    return switch (deed) {
      case REFER, ACTIVATE -> today.minusDays(2);
      case EVALUATE, REVISIT -> today.minusDays(1);
      default -> today;
    };
  }

  private Act act(int life, Deed deed) {
    return new Act(life, deed, today.atStartOfDay());
  }
}
