package dk.genvej.check;

import dk.genvej.check.CourseLife.Act;
import dk.genvej.check.CourseLife.Deed;
import dk.genvej.check.push.PushWatch;
import dk.genvej.demo.DemoProgress;
import dk.genvej.shared.Ids;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Months of a town's courses in minutes: people do what their lives have in them, two instances
 * tell what is due at the same moment, one is ended in the midst of it now and then, and sometimes
 * both are down for hours or days. What is told wakes devices by an FCM that fails three times of
 * ten. In the end the inboxes are held against the model's, and the pushes against what FCM said.
 */
public final class DeadlineYear {

  /** As many as Slagelse found suitable in a year (F5). */
  private static final int COURSES_A_YEAR = 1_063;

  /** With one request to FCM; a year has hundreds that are never answered. */
  private static final Duration PATIENCE = Duration.ofMillis(600);

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);
  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(7, 0), LocalTime.of(10, 0), LocalTime.of(15, 0), LocalTime.of(20, 0));

  private final Site site;
  private final Town town;
  private final PushWatch watch;
  private final Fleet fleet;
  private final SimulatedTime time;
  private final DeadlineDeeds deeds;
  private final Random random;
  private final TreeSet<LocalDateTime> looks = new TreeSet<>();
  private final List<Act> lived = new ArrayList<>();
  private final Set<Integer> reassigned = new HashSet<>();
  private int down;
  private int downtimes;

  private DeadlineYear(Site site, Town town, TownScene scene, Path home, long seed)
      throws IOException {
    this.site = site;
    this.town = town;
    this.random = new Random(seed + 1);
    this.time = new SimulatedTime(FIRST_DAY.atStartOfDay());
    this.watch = PushWatch.start(home, () -> time.now(town.municipality()), PATIENCE);
    this.fleet = new Fleet(site, time, watch);
    this.deeds = new DeadlineDeeds(site, town, scene, person -> new Wire(fleet.transport(person)));
  }

  /** How it ended: what was printed, and whether all is well. */
  public record Outcome(boolean allWell, String text) {}

  /** A year's courses in so many weeks, with every rule as a municipality has it. */
  public static Outcome year(int weeks, long seed, Path home, DemoProgress progress)
      throws IOException, SQLException {
    return run(weeks, COURSES_A_YEAR * weeks / 52, Rules.STANDARD, seed, home, "", progress);
  }

  /** Four weeks of courses that last two, so that every kind of notice falls into them. */
  public static Outcome fourWeeks(int courses, long seed, Path home)
      throws IOException, SQLException {
    return fourWeeks(courses, seed, home, "");
  }

  /**
   * @param sabotage SQL that takes a guard of the database away, to see that the model notices
   */
  static Outcome fourWeeks(int courses, long seed, Path home, String sabotage)
      throws IOException, SQLException {
    return run(4, courses, Rules.SHORT, seed, home, sabotage, DemoProgress.silent());
  }

  private static Outcome run(
      int weeks,
      int courses,
      Rules rules,
      long seed,
      Path home,
      String sabotage,
      DemoProgress progress)
      throws IOException, SQLException {
    var began = SystemTime.machine();
    Files.createDirectories(home);
    try (var site = Site.start(home)) {
      var town = new Town(101, FIRST_DAY);
      var scene = new TownScene(site, town);
      scene.make(rules, courses);
      site.stopServer();
      try (var superuser = site.superuser();
          var statement = superuser.createStatement()) {
        statement.execute(sabotage);
      }
      var year = new DeadlineYear(site, town, scene, home, seed);
      try (var _ = year.watch;
          var fleet = year.fleet;
          var superuser = site.superuser()) {
        year.equip(superuser, seed);
        year.live(CourseLife.of(courses, weeks, rules, FIRST_DAY, seed), weeks, progress);
        var expected = new DeadlineModel(town, rules, year.looks).rows(year.lived, courses);
        year.pushTheRest(superuser);
        return year.outcome(
            expected, fleet.troubles(), year.watch.verdict(superuser, town.municipality()), began);
      }
    }
  }

  /** Everybody has devices, and an FCM that fails three times of ten. */
  private void equip(Connection superuser, long seed) throws SQLException {
    var staff = town.everybody().stream().map(Person::id).toList();
    watch.equip(superuser, town.municipality(), staff, time.now(town.municipality()), seed);
    watch.storm(seed);
  }

  /** Until nothing is left, by a clock that goes to where the next push may be sent. */
  private void pushTheRest(Connection superuser) throws SQLException {
    var next = PushWatch.next(superuser, town.municipality());
    while (next.isPresent()) {
      time.set(next.get().atZone(Time.ZONE).toLocalDateTime().plusSeconds(1));
      fleet.wake();
      next = PushWatch.next(superuser, town.municipality());
    }
  }

  private void live(List<CourseLife> lives, int weeks, DemoProgress progress)
      throws IOException, SQLException {
    var toDo = new ArrayDeque<>(CourseLife.inOrder(lives));
    for (int day = 0; day < weeks * 7; day++) {
      watch.reinstall(time.now(town.municipality()));
      progress.reached("days of the simulation", day, weeks * 7L);
      for (var hour : HOURS) {
        moment(FIRST_DAY.plusDays(day).atTime(hour), toDo);
      }
    }
  }

  /** The server looks, people do what they have to do, and it looks again unless it went down. */
  private void moment(LocalDateTime now, Deque<Act> toDo) throws IOException, SQLException {
    if (down > 0) {
      down--;
      return;
    }
    look(now);
    time.set(now.plusMinutes(1));
    while (!toDo.isEmpty() && !toDo.peek().at().isAfter(now)) {
      act(toDo.pop(), now.plusMinutes(1));
    }
    if (random.nextInt(40) == 0) {
      down = 1 + random.nextInt(random.nextInt(4) == 0 ? 28 : 4);
      downtimes++;
    } else {
      look(now.plusMinutes(5));
    }
  }

  private void look(LocalDateTime now) {
    time.set(now);
    looks.add(now);
    switch (random.nextInt(80)) {
      case 0 -> fleet.tellAndRestart();
      case 1, 2, 3, 4 -> fleet.tellCutOff(random.nextInt(12));
      default -> fleet.tell();
    }
  }

  private void act(Act act, LocalDateTime now) throws IOException, SQLException {
    if (deeds.done(act, now.toLocalDate(), reassigned.contains(act.life()))) {
      lived.add(new Act(act.life(), act.deed(), now));
      if (act.deed() == Deed.REASSIGN) {
        reassigned.add(act.life());
      }
    }
  }

  private Outcome outcome(
      Set<String> expected, String troubles, PushWatch.Verdict pushes, Instant began)
      throws SQLException {
    var found = inboxes();
    var seen = new TreeSet<>(found);
    int doubled = found.size() - seen.size();
    var missing = new TreeSet<>(expected);
    missing.removeAll(seen);
    var surplus = new TreeSet<>(seen);
    surplus.removeAll(expected);
    var text =
        "%d deeds, %d rows in inboxes, %d expected: %d doubled, %d missing, %d not expected; %s, %d downtimes, %s%n"
            .formatted(
                lived.size(),
                found.size(),
                expected.size(),
                doubled,
                missing.size(),
                surplus.size(),
                troubles,
                downtimes,
                Duration.between(began, SystemTime.machine()).truncatedTo(ChronoUnit.SECONDS));
    var told = doubled == 0 && missing.isEmpty() && surplus.isEmpty() && !found.isEmpty();
    return new Outcome(
        told && pushes.faults().isEmpty(),
        text
            + pushes.text()
            + some("missing", missing)
            + some("not expected", surplus)
            + some("pushes", pushes.faults()));
  }

  private static String some(String what, Collection<String> rows) {
    return rows.stream()
        .limit(20)
        .map(row -> what + ": " + row + System.lineSeparator())
        .reduce("", String::concat);
  }

  /** As the model writes them. */
  private List<String> inboxes() throws SQLException {
    var causes = causes();
    var found = new ArrayList<String>();
    try (var connection = site.superuser();
        var query = connection.createStatement();
        var rows =
            query.executeQuery(
                "select n.kind, n.cause_id, u.subject, n.due_on, n.sent_at from notification n join"
                    + " app_user u on u.municipality_id = n.municipality_id and u.id ="
                    + " n.recipient_id where n.cancelled_at is null")) {
      while (rows.next()) {
        var told = rows.getTimestamp(5).toInstant().atZone(Time.ZONE).toLocalDateTime();
        found.add(
            "%s %s %s due %s told %s"
                .formatted(
                    rows.getString(1),
                    causes.getOrDefault(rows.getString(2), rows.getString(2)),
                    rows.getString(3),
                    rows.getString(4),
                    told));
      }
    }
    return found;
  }

  private Map<String, String> causes() throws SQLException {
    var causes = new HashMap<String, String>();
    for (var act : lived) {
      int life = act.life();
      causes.put(deeds.course(life).toString(), "course " + life);
      causes.put(town.id("referral " + life).toString(), "referral " + life);
      causes.put(Ids.named(town.id("agreement " + life) + " 1").toString(), "agreement " + life);
    }
    try (var connection = site.superuser();
        var query = connection.createStatement();
        var rows = query.executeQuery("select id, course_id, month from follow_up")) {
      while (rows.next()) {
        var course = causes.getOrDefault(rows.getString(2), "course of nobody");
        causes.put(rows.getString(1), course.replace("course", "follow-up") + "/" + rows.getInt(3));
      }
    }
    return causes;
  }
}
