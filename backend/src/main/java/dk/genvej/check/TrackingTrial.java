package dk.genvej.check;

import dk.genvej.check.Storm.Key;
import dk.genvej.receiver.Held;
import dk.genvej.receiver.Receiver;
import dk.genvej.tracking.OutcomeBackfill;
import dk.genvej.tracking.delivery.DeliveryTask;
import dk.genvej.tracking.delivery.Reconciler;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * R11: outcomes of many courses sent to a receiver in a storm. What the receiver's own ledger holds
 * is set against what the tables say was to be told, and those against the field (R12).
 */
final class TrackingTrial {

  /** An end and three follow-ups. */
  private static final int VERSIONS = 4;

  private static final int LATEST_ROUND = 2_000;
  private static final Duration STEP = Duration.ofSeconds(30);

  private final ApplicationContext context;
  private final Database database;
  private final TrackedCourses.Place place;
  private final String name;
  private final Receiver receiver;
  private final Storm storm;
  private final Consumer<Duration> clock;

  /** Past every policy. */
  interface Database {
    Connection open() throws SQLException;
  }

  TrackingTrial(
      ApplicationContext context,
      Database database,
      TrackedCourses.Place place,
      String name,
      Receiver receiver,
      Storm storm,
      Consumer<Duration> clock) {
    this.context = context;
    this.database = database;
    this.place = place;
    this.name = name;
    this.receiver = receiver;
    this.storm = storm;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param faults what must not be; none when all is well
   */
  record Result(int outcomes, int poisoned, Map<?, Integer> weather, List<String> faults) {}

  /**
   * @param sabotage SQL once all outcomes are written, to see that the check notices
   */
  Result run(int outcomes, long seed, String sabotage) throws SQLException {
    prepare(outcomes, seed);
    past(sabotage);
    var faults = new ArrayList<String>();
    int told = expected().size();
    if (told != outcomes / VERSIONS * VERSIONS) {
      faults.add("only %d of %d outcomes were written".formatted(told, outcomes));
    }
    deliver();
    faults.addAll(afterTheStorm());
    faults.addAll(outbox());
    var weather = storm.done();
    int poisoned = storm.poison().size();
    storm.over();
    retryParked();
    deliver();
    faults.addAll(afterAll());
    faults.addAll(outbox());
    return new Result(told, poisoned, weather, faults);
  }

  private void prepare(int outcomes, long seed) throws SQLException {
    var random = new Random(seed);
    var first = LocalDate.of(2024, 1, 8);
    var courses = new ArrayList<TrackedCourses.Tracked>();
    for (int i = 0; i < outcomes / VERSIONS; i++) {
      var day = first.plusDays(random.nextInt(100));
      int after = random.nextInt(5) * 60;
      courses.add(
          new TrackedCourses.Tracked(
              new UUID(random.nextLong(), random.nextLong()),
              day,
              day.plusDays(86),
              false,
              240,
              after,
              3));
    }
    try (var connection = database.open()) {
      TrackedCourses.load(connection, place, courses);
    }
    context.getBean(OutcomeBackfill.class).run(place.municipality());
    var poison = new HashSet<Key>();
    for (var key : expected()) {
      if (random.nextInt(200) == 0) {
        poison.add(key);
      }
    }
    storm.poison(poison);
  }

  private void deliver() throws SQLException {
    var task = context.getBean(DeliveryTask.class);
    for (int round = 0; round < LATEST_ROUND && waiting() > 0; round++) {
      task.deliver(place.municipality(), name);
      clock.accept(STEP);
    }
  }

  /** Everything but the poisoned, and what waits behind them, is there once and in order. */
  List<String> afterTheStorm() throws SQLException {
    var faults = new ArrayList<String>();
    var held = receiver.ledger().held();
    var blocked = blocked();
    var wanted = new HashSet<>(expected());
    wanted.removeAll(blocked);
    same(wanted, held, faults);
    inOrder(held, faults);
    for (var key : storm.poison()) {
      if (storm.tries(key) > 3) {
        faults.add("poison was tried " + storm.tries(key) + " times");
      }
    }
    faults.addAll(parkedOtherwise());
    return faults;
  }

  private List<String> afterAll() throws SQLException {
    var faults = new ArrayList<String>();
    var held = receiver.ledger().held();
    same(new HashSet<>(expected()), held, faults);
    inOrder(held, faults);
    context.getBean(Reconciler.class).reconcile(place.municipality(), name);
    var disagree =
        look(
            "select count(*) from outcome_reconciliation where municipality_id = :m and receiver ="
                + " :r and our_hash <> their_hash");
    if (!disagree.equals(List.of("0"))) {
      faults.add("months that do not agree: " + disagree);
    }
    return faults;
  }

  static void same(Set<Key> wanted, List<Held> held, List<String> faults) {
    var seen = new HashSet<Key>();
    for (var one : held) {
      if (!seen.add(new Key(one.trackingId(), one.version()))) {
        faults.add("accepted twice: " + one);
      }
    }
    var missing = new HashSet<>(wanted);
    missing.removeAll(seen);
    seen.removeAll(wanted);
    if (!missing.isEmpty() || !seen.isEmpty()) {
      faults.add("%d missing, %d too many".formatted(missing.size(), seen.size()));
    }
  }

  static void inOrder(List<Held> held, List<String> faults) {
    var latest = new HashMap<UUID, Integer>();
    for (var one : held) {
      var before = latest.put(one.trackingId(), one.version());
      if (before != null && before > one.version()) {
        faults.add("out of order: " + one);
      }
    }
  }

  /** The poisoned and the later versions of their courses. */
  private Set<Key> blocked() throws SQLException {
    var first = new HashMap<UUID, Integer>();
    storm.poison().forEach(one -> first.merge(one.trackingId(), one.version(), Math::min));
    var blocked = new HashSet<Key>();
    for (var key : expected()) {
      var from = first.get(key.trackingId());
      if (from != null && key.version() >= from) {
        blocked.add(key);
      }
    }
    return blocked;
  }

  /** A version refused three times by the weather alone would hide what is looked for. */
  private List<String> parkedOtherwise() throws SQLException {
    var faults = new ArrayList<String>();
    var parked =
        keys(
            "select tracking_id || ' ' || version from outcome_delivery where municipality_id = :m"
                + " and receiver = :r and state = 'PARKED'");
    for (var key : parked) {
      if (!storm.poison().contains(key)) {
        faults.add("parked, and not poisoned: " + key);
      }
    }
    return faults;
  }

  /** R12. */
  private List<String> outbox() throws SQLException {
    try (var connection = database.open()) {
      return OutcomeOutbox.amiss(connection, place.municipality());
    }
  }

  private void retryParked() throws SQLException {
    past(
        "update outcome_delivery set state = 'WAITING', refusals = 0 where municipality_id = :m and"
            + " receiver = :r and state = 'PARKED'");
  }

  private void past(String sql) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      statement.execute(bound(sql));
    }
  }

  /** Those that a next round could send. */
  private int waiting() throws SQLException {
    return Integer.parseInt(
        look("select count(*) from outcome_delivery d where municipality_id = :m and receiver = :r"
                + " and state = 'WAITING' and not exists (select from outcome_delivery e where"
                + " e.municipality_id = :m and e.receiver = :r and e.tracking_id = d.tracking_id"
                + " and e.version < d.version and e.state = 'PARKED')")
            .getFirst());
  }

  private List<Key> expected() throws SQLException {
    return keys(
        "select tracking_id || ' ' || version from outcome where municipality_id = :m order by"
            + " tracking_id, version");
  }

  private List<Key> keys(String sql) throws SQLException {
    return look(sql).stream()
        .map(line -> line.split(" "))
        .map(parts -> new Key(UUID.fromString(parts[0]), Integer.parseInt(parts[1])))
        .toList();
  }

  private List<String> look(String sql) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(bound(sql))) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private String bound(String sql) {
    return sql.replace(":m", Integer.toString(place.municipality()))
        .replace(":r", "'" + name + "'");
  }
}
