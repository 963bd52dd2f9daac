package dk.genvej.check;

import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * R6: two tablets of one person with wrong clocks, ten years each way and through both nights when
 * the clock is changed. Order is that of arrival, all three times are kept, a skew is told.
 */
final class Clocks {

  private static final long TEN_YEARS = Duration.ofDays(3_652).toSeconds();
  private static final Duration NOTICED = Duration.ofMinutes(5);

  /** The missing hour of spring and the doubled one of autumn, in Copenhagen. */
  private static final List<Instant> NIGHTS =
      List.of(
          Instant.parse("2025-03-30T00:59:30Z"),
          Instant.parse("2025-03-30T01:00:30Z"),
          Instant.parse("2025-10-26T00:30:00Z"),
          Instant.parse("2025-10-26T01:30:00Z"));

  private final Site site;
  private final Scene scene;
  private final Look look;
  private final Path home;
  private final Random random;
  private final Tally tally;
  private final List<String> faults = new ArrayList<>();

  Clocks(Site site, Scene scene, Look look, Path home, long seed, Tally tally) {
    this.tally = tally;
    this.site = site;
    this.scene = scene;
    this.look = look;
    this.home = home;
    this.random = new Random(seed);
  }

  List<String> play() throws IOException {
    var firstOff = offset();
    var secondOff = offset();
    try (var first = tablet("first", firstOff);
        var second = tablet("second", secondOff)) {
      var goal = first.goal("Jeg vil selv gå i bad");
      var note = first.note("Den første");
      first.visit("Den første");
      first.sync();
      second.sync();
      var known = second.goals().getFirst();
      second.change(goal.resource(), Schedule.values(known), 1, Map.of("target", "Anden"));
      var late = second.note("Den anden");
      second.sync();
      first.sync();
      faults.addAll(Model.faults(look, List.of(first, second), tally));
      skew(first, firstOff);
      skew(second, secondOff);
      times(note, firstOff);
      times(late, secondOff);
      order(note, late);
    }
    return faults;
  }

  private Tablet tablet(String name, Duration off) throws IOException {
    var anna = scene.anna();
    return Tablet.of(home.resolve(name), scene, anna, site.transport(anna), off, 0, 0);
  }

  private Duration offset() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.between(SystemTime.machine(), NIGHTS.get(random.nextInt(NIGHTS.size())));
      case 1 -> Duration.ofSeconds(random.nextLong(-280, 280));
      default -> Duration.ofSeconds(random.nextLong(-TEN_YEARS, TEN_YEARS));
    };
  }

  private void skew(Tablet tablet, Duration off) {
    boolean wrong = off.abs().compareTo(NOTICED) > 0;
    for (var mutation : tablet.queue()) {
      var result = mutation.result();
      if (result == null || Boolean.TRUE.equals(result.getSkewed()) != wrong) {
        faults.add("a clock that is off by " + off + " was told " + result);
      }
    }
  }

  private void times(Intent intent, Duration off) {
    look.query(
        "select stamp_recorded_at, stamp_received_at from note where municipality_id = ? and id ="
            + " ?",
        intent.resource(),
        row -> {
          var between =
              Duration.between(instant(row.getTimestamp(2)), instant(row.getTimestamp(1)));
          if (between.minus(off).abs().compareTo(Duration.ofMinutes(1)) > 0) {
            faults.add("a clock off by " + off + " is kept as off by " + between);
          }
        });
  }

  private static Instant instant(Timestamp time) {
    return Objects.requireNonNull(time).toInstant();
  }

  private void order(Intent early, Intent late) {
    var order = new ArrayList<UUID>();
    look.query(
        "select id from note where municipality_id = ? and course_id = ? order by seq,"
            + " stamp_received_at",
        scene.course(),
        row -> order.add(row.getObject(1, UUID.class)));
    if (order.indexOf(early.resource()) > order.indexOf(late.resource())) {
      faults.add("the order of arrival was lost");
    }
  }
}
