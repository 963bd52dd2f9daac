package dk.genvej.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.check.TrackedCourses;
import dk.genvej.check.TrackedCourses.Tracked;
import dk.genvej.receiver.Held;
import dk.genvej.receiver.Weather.Fault;
import dk.genvej.shared.Ids;
import dk.genvej.testing.Api;
import dk.genvej.testing.Story;
import dk.genvej.testing.World;
import dk.genvej.tracking.OutcomeBackfill;
import dk.genvej.tracking.delivery.DeliveryFigures;
import dk.genvej.tracking.delivery.Region;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * S20: a year of 1,063 courses, central tracking down for 74 hours at Easter, two lost answers and
 * a correction. The year is written into the tables; the six courses of the outage are completed
 * through the API, and every outcome is told by the rule and delivered by the worker over HTTP.
 */
class CentralTrackingScenarioTest {

  private static final int COURSES = 1_063;
  private static final int COHORT = 362;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
  private static final LocalDate BACK = LocalDate.of(2025, 4, 14);

  /** Those that started on 15 and 16 January, due on 9 and 10 April. */
  private static final int FIRST_OF_SIX = 27;

  private static final List<String> SIX =
      List.of(
          "2025-04-11T09:30",
          "2025-04-11T11:00",
          "2025-04-11T13:30",
          "2025-04-11T14:00",
          "2025-04-14T08:30",
          "2025-04-14T09:00");

  private final World world = new World();
  private final List<UUID> ids = IntStream.range(0, COURSES).mapToObj(_ -> Ids.next()).toList();
  private final Set<UUID> answersLost = ConcurrentHashMap.newKeySet();

  @Test
  void s20CentralTrackingDownAYearsVolume() throws SQLException {
    Region.tellOf(world);
    beforeTheOutage();
    assertThat(outage()).as("peak of the lag").isEqualTo(Duration.ofMinutes(72 * 60 + 30));
    recovery();
    correction();
    restOfTheYear();

    assertThat(Region.standing(world)).hasSize(COURSES);
    Region.reconcile(world);
    assertThat(
            world.value(
                "select concat_ws(' ', sum(our_count), sum(their_count), bool_and(our_hash ="
                    + " their_hash)) from outcome_reconciliation where municipality_id = :m"))
        .isEqualTo("1063 1063 t");
    assertThat(
            one(
                "round(100.0 * count(*) filter (where cohort) / count(*), 1)",
                "outcome_standing where municipality_id = :m"))
        .isEqualTo("34.1");
    day200();
  }

  private void beforeTheOutage() throws SQLException {
    world.on("2025-04-10");
    load(IntStream.range(0, FIRST_OF_SIX));
    tell();
    world.on("2025-04-11", "07:30");
    load(IntStream.range(FIRST_OF_SIX, FIRST_OF_SIX + SIX.size()));
    assertThat(Region.held(world)).hasSize(FIRST_OF_SIX);
  }

  /** Friday 08:00 to Monday 10:00; the worker tries all the time. */
  private Duration outage() {
    var peak = Duration.ZERO;
    var until = BACK.atTime(10, 0);
    for (var at = LocalDateTime.parse("2025-04-11T08:00");
        !at.isAfter(until);
        at = at.plusMinutes(30)) {
      world.on(at.toLocalDate().toString(), at.toLocalTime().toString());
      int place = SIX.indexOf(at.toString());
      if (place >= 0) {
        complete(FIRST_OF_SIX + place, at.toLocalDate());
      }
      var lag = lag();
      peak = lag.compareTo(peak) > 0 ? lag : peak;
      if (at.isBefore(until)) {
        Region.during((_, _) -> Fault.RESET, () -> Region.deliver(world));
      }
    }
    assertThat(Region.held(world)).as("nothing came through").hasSize(FIRST_OF_SIX);
    return peak;
  }

  private void complete(int course, LocalDate day) {
    Api.as(world.vera)
        .post(
            "/courses/" + ids.get(course) + "/revisitation",
            Map.of("id", Ids.next(), "decidedOn", day, "after", Story.minutes("120")))
        .created();
  }

  /** Two answers are lost; what was sent is sent again, and is there once. */
  private void recovery() {
    Region.during(
        (id, _) -> answersLost.size() < 2 && answersLost.add(id) ? Fault.REPLY_LOST : Fault.NONE,
        () -> Region.deliver(world));
    assertThat(answersLost).hasSize(2);
    assertThat(one("count(*)", waiting())).isEqualTo("2");
    world.on("2025-04-14", "10:15");
    Region.deliver(world);

    assertThat(one("count(*)", waiting())).isEqualTo("0");
    assertThat(lag()).isZero();
    assertThat(ofTheSix()).hasSize(6).allMatch(one -> one.version() == 1);
    assertThat(degree()).isEqualTo("28.6");
  }

  private void correction() {
    world.on("2025-04-15");
    Api.as(world.carla)
        .post(
            "/courses/" + ids.get(FIRST_OF_SIX) + "/revisitation-correction",
            Map.of("after", Story.minutes("150"), "reason", "Bevilget mere"))
        .ok();
    Region.deliver(world);

    assertThat(degree()).isEqualTo("35.7");
    var corrected = ofTheSix();
    assertThat(corrected).hasSize(7);
    assertThat(corrected.getLast().version()).isEqualTo(2);
    assertThat(corrected.getLast().trackingId()).isEqualTo(trackingId(FIRST_OF_SIX));
    assertThat(Region.standing(world)).as("still six").hasSize(FIRST_OF_SIX + 6);
  }

  private void restOfTheYear() throws SQLException {
    world.on("2026-04-07");
    load(IntStream.range(FIRST_OF_SIX + SIX.size(), COURSES));
    tell();
  }

  private void day200() {
    assertThat(
            one(
                "concat_ws(' ', count(*), round(count(*) / 12.0, 1))",
                "outcome_standing where municipality_id = :m and started_on between '%s' and '%s'"
                    .formatted(FIRST.plusDays(117), FIRST.plusDays(200))))
        .isEqualTo("245 20.4");
    assertThat(
            one(
                "concat_ws(' ', count(*), min(many), max(many))",
                "(select count(*) as many from outcome_standing where municipality_id = :m group by"
                    .concat(" (started_on - date '%s') / 7) weeks".formatted(FIRST))))
        .isEqualTo("52 20 21");
  }

  // ---- what it stands on

  private void load(IntStream numbers) throws SQLException {
    var courses = numbers.mapToObj(this::course).toList();
    var place =
        new TrackedCourses.Place(world.municipality, world.nord, world.nordArea, world.anna.id());
    try (var connection = world.superuser()) {
      TrackedCourses.load(connection, place, courses);
    }
  }

  private Tracked course(int i) {
    var start = FIRST.plusDays((long) i * 364 / COURSES);
    boolean drawn = (i + 1) * COHORT / COURSES > i * COHORT / COURSES;
    return new Tracked(ids.get(i), start, completedOn(i, start), drawn, 420, 120, 0);
  }

  /** Nobody but the six is completed while central tracking is down. */
  private static LocalDate completedOn(int i, LocalDate start) {
    if (i >= FIRST_OF_SIX && i < FIRST_OF_SIX + SIX.size()) {
      return null;
    }
    var usual = start.plusDays(86);
    return i < FIRST_OF_SIX || usual.isAfter(BACK) ? usual : BACK.plusDays(1);
  }

  private void tell() {
    Region.context().getBean(OutcomeBackfill.class).run(world.municipality);
    Region.deliver(world);
  }

  private Duration lag() {
    return Region.context().getBean(DeliveryFigures.class).all().stream()
        .filter(one -> one.municipality() == world.municipality)
        .map(DeliveryFigures.Figure::lag)
        .findFirst()
        .orElseThrow();
  }

  /** What came of the six, in its order. */
  private List<Held> ofTheSix() {
    var six =
        IntStream.range(FIRST_OF_SIX, FIRST_OF_SIX + SIX.size())
            .mapToObj(this::trackingId)
            .toList();
    return Region.held(world).stream().filter(one -> six.contains(one.trackingId())).toList();
  }

  private UUID trackingId(int course) {
    return UUID.fromString(
        one("tracking_id", "outcome_course where course_id = '%s'".formatted(ids.get(course))));
  }

  private String degree() {
    return one(
        "round(after_minutes * 100 / shadow_minutes, 1)",
        "outcome_standing where tracking_id = '%s'".formatted(trackingId(FIRST_OF_SIX)));
  }

  private static String waiting() {
    return "outcome_delivery where municipality_id = :m and state = 'WAITING'";
  }

  private String one(String what, String from) {
    return world.value("select " + what + " from " + from);
  }
}
