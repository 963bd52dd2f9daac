package dk.genvej.sync;

import static dk.genvej.testing.Outbox.outcomes;
import static dk.genvej.testing.Outbox.results;
import static dk.genvej.testing.Outbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.Ids;
import dk.genvej.testing.Answer;
import dk.genvej.testing.CourseFixture;
import dk.genvej.testing.Outbox;
import dk.genvej.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tablet's clock may be anything: nothing is lost for it, and it orders nothing. */
class PushClockTest {

  private final World world = new World().on("2025-02-20", "12:00");
  private final UUID course = CourseFixture.aCourse(world).make().courseId();
  private final Outbox tablet = Outbox.of(world, world.anna);

  @Test
  void aClockTenMinutesAheadPutsNoVisitInTheFuture() {
    var answer =
        told("2025-02-20T12:10:00+01:00", "2025-02-20T12:05:00+01:00", "2025-02-20T12:06:00+01:00");

    assertThat(outcomes(answer)).isEqualTo("APPLIED");
    assertThat(skewed(answer)).isTrue();
    assertThat(heldAt()).isEqualTo("2025-02-20T11:55:00+01:00");
    assertThat(recordedAt()).isEqualTo("2025-02-20T12:06:00+01:00");
    assertThat(ahead()).isEqualTo("600");
  }

  @Test
  void withinFiveMinutesTheTimesStandAsToldUnlessTheyLieAhead() {
    var answer =
        told("2025-02-20T12:03:00+01:00", "2025-02-20T11:30:00+01:00", "2025-02-20T11:40:00+01:00");
    assertThat(skewed(answer)).isFalse();
    assertThat(heldAt()).isEqualTo("2025-02-20T11:30:00+01:00");
    assertThat(ahead()).isEqualTo("none");

    told("2025-02-20T12:03:00+01:00", "2025-02-20T12:01:00+01:00", "2025-02-20T12:02:00+01:00");
    assertThat(heldAt()).isEqualTo("2025-02-20T11:59:00+01:00");
  }

  @Test
  void aClockThatWasPutRightSinceIsKnownByWhatWasWrittenInTheFuture() {
    var answer =
        told("2025-02-20T12:00:00+01:00", "2025-02-20T13:50:00+01:00", "2025-02-20T14:00:00+01:00");

    assertThat(outcomes(answer)).isEqualTo("APPLIED");
    assertThat(skewed(answer)).isTrue();
    assertThat(heldAt()).isEqualTo("2025-02-20T11:50:00+01:00");
  }

  @Test
  void whatIsToldAsStillToComeByTheTabletsOwnClockIsRefused() {
    var answer =
        told("2025-02-20T12:10:00+01:00", "2025-02-20T15:00:00+01:00", "2025-02-20T12:05:00+01:00");

    assertThat(results(answer).getFirst().at("/problem/code").asText()).isEqualTo("DATE_IN_FUTURE");
  }

  @Test
  void tenYearsEitherWayLoseNothing() {
    var random = new Random(6);
    var now = Instant.parse("2025-02-20T11:00:00Z");
    for (int i = 0; i < 100; i++) {
      var off = Duration.ofSeconds((long) ((random.nextDouble() - 0.5) * 20 * 365 * 86_400));
      var held = now.minus(Duration.ofMinutes(1 + random.nextInt(600)));
      var answer =
          told(
              text(now.plus(off)),
              text(held.plus(off)),
              text(held.plus(off).plus(Duration.ofSeconds(30))));
      assertThat(outcomes(answer)).isEqualTo("APPLIED");
      assertThat(OffsetDateTime.parse(heldAt()).toInstant()).isEqualTo(held);
    }
  }

  @Test
  void bothNightsOnWhichTheClockIsChangedAreLikeAnyOther() {
    for (var night : new String[] {"2025-03-30", "2025-10-26"}) {
      world.on(night, "04:30");
      var now = night.equals("2025-03-30") ? "2025-03-30T02:30:00Z" : "2025-10-26T03:30:00Z";
      for (int minutes = 0; minutes < 180; minutes += 20) {
        var held = Instant.parse(now).minus(Duration.ofMinutes(minutes + 1));
        var hour = Duration.ofHours(1);
        var answer =
            told(text(Instant.parse(now).plus(hour)), text(held.plus(hour)), text(held.plus(hour)));
        assertThat(outcomes(answer)).isEqualTo("APPLIED");
        assertThat(OffsetDateTime.parse(heldAt()).toInstant()).isEqualTo(held);
      }
    }
  }

  @Test
  void theOrderOnTheServerIsThatOfArrivalWhateverTheClocksSay() {
    var note = tablet.note(course, "Først", "2025-02-20T10:00:00+01:00");
    tablet.push(with(note, "recordedAt", "2035-01-01T00:00:00Z"));
    world.on("2025-02-20", "12:01");
    var later = tablet.note(course, "Sidst", "2025-02-20T10:00:00+01:00");
    tablet.push(with(later, "recordedAt", "2015-01-01T00:00:00Z"));

    assertThat(
            world.value(
                "select string_agg(operation || extract(year from recorded_at), ' ' order by"
                    + " received_at) from change_log where municipality_id = :m and operation ="
                    + " 'addNote'"))
        .isEqualTo("addNote2035 addNote2015");
  }

  @Test
  void aVisitPlannedBeforeCoverageCameBackIsJudgedByTheDayItWasPlanned() {
    var visit = Ids.next();
    var plan =
        with(
            tablet.planned(course, visit, "2025-02-19T10:00:00+01:00"),
            "recordedAt",
            "2025-02-18T09:00:00+01:00");
    var held =
        with(
            tablet.held(visit, "2025-02-19T10:05:00+01:00"),
            "dependsOn",
            java.util.List.of(plan.get("id")));

    assertThat(outcomes(tablet.push(plan, held))).isEqualTo("APPLIED APPLIED");
  }

  @Test
  void aScoreOfTomorrowByAClockAHourAheadIsOfToday() {
    world.on("2025-02-20", "23:30");
    var scores =
        with(
            tablet.write(
                "recordScores",
                Map.of("courseId", course),
                Map.of(
                    "id",
                    Ids.next(),
                    "instrument",
                    "CHAIR_STAND_30S",
                    "instrumentVersion",
                    "1",
                    "phase",
                    "BASELINE",
                    "scorer",
                    "STAFF",
                    "scoredOn",
                    "2025-02-21",
                    "items",
                    java.util.List.of(Map.of("scale", "STANDS", "value", 9)))),
            "recordedAt",
            "2025-02-21T00:20:00+01:00");
    var answer = tablet.saying("2025-02-21T00:30:00+01:00").push(scores);

    assertThat(answer.text()).doesNotContain("DATE_IN_FUTURE");
    assertThat(world.value("select scored_on from score where municipality_id = :m limit 1"))
        .isEqualTo("2025-02-20");
  }

  private Answer told(String sentAt, String heldAt, String recordedAt) {
    return tablet.saying(sentAt).push(with(tablet.visit(course, heldAt), "recordedAt", recordedAt));
  }

  private static boolean skewed(Answer answer) {
    return results(answer).getFirst().path("skewed").asBoolean();
  }

  private String heldAt() {
    return newest("held_at");
  }

  private String recordedAt() {
    return newest("stamp_recorded_at");
  }

  /** Of the visit that came last. */
  private String newest(String column) {
    var text =
        world.value(
            "select to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from visit where municipality_id = :m order by id desc limit 1"
                .formatted(column));
    return OffsetDateTime.parse(text)
        .atZoneSameInstant(dk.genvej.shared.Time.ZONE)
        .toOffsetDateTime()
        .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
  }

  private String ahead() {
    return world.value(
        "select coalesce(clock_ahead::text, 'none') from mutation where municipality_id = :m and"
            + " operation = 'recordVisit' order by id desc limit 1");
  }

  private static String text(Instant instant) {
    return instant
        .atOffset(ZoneOffset.UTC)
        .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
