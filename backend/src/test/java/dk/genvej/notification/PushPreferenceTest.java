package dk.genvej.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushPreferenceTest {

  /** The last two lines: the hour that is not there in March, and the one that comes twice. */
  @ParameterizedTest
  @CsvSource({
    "21:00, 07:00, 2025-02-03T20:59:59+01:00, now",
    "21:00, 07:00, 2025-02-03T21:00:00+01:00, 2025-02-04T07:00:00+01:00",
    "21:00, 07:00, 2025-02-03T23:10:00+01:00, 2025-02-04T07:00:00+01:00",
    "21:00, 07:00, 2025-02-04T06:59:00+01:00, 2025-02-04T07:00:00+01:00",
    "21:00, 07:00, 2025-02-04T07:00:00+01:00, now",
    "12:00, 13:30, 2025-02-04T11:59:00+01:00, now",
    "12:00, 13:30, 2025-02-04T13:29:00+01:00, 2025-02-04T13:30:00+01:00",
    "21:00, 07:00, 2025-03-29T23:00:00+01:00, 2025-03-30T07:00:00+02:00",
    "22:00, 02:30, 2025-03-30T01:15:00+01:00, 2025-03-30T03:30:00+02:00",
    "22:00, 02:30, 2025-10-26T02:15:00+02:00, 2025-10-26T02:30:00+02:00",
    "22:00, 02:30, 2025-10-26T02:15:00+01:00, 2025-10-26T02:30:00+01:00"
  })
  void quietHoursEndByTheClockOnTheWall(
      LocalTime from, LocalTime until, OffsetDateTime at, String told) {
    var preference = new PushPreference(Set.of(), new QuietHours(from, until));

    assertThat(preference.when(NotificationKind.N4, at.toInstant())).isEqualTo(moment(told));
  }

  @Test
  void whatIsMutedIsNeverPushedAtAnyHour() {
    var muted = new PushPreference(Set.of(NotificationKind.N3), null);
    var noon = Instant.parse("2025-02-03T11:00:00Z");

    assertThat(muted.when(NotificationKind.N3, noon)).isEqualTo(new PushMoment.Never());
    assertThat(muted.when(NotificationKind.N4, noon)).isEqualTo(new PushMoment.Now());
  }

  @Test
  void anEscalationCannotBeMutedOnlyWait() {
    assertThatThrownBy(() -> new PushPreference(Set.of(NotificationKind.N6), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PushMoment moment(String told) {
    return told.equals("now")
        ? new PushMoment.Now()
        : new PushMoment.Later(OffsetDateTime.parse(told).toInstant());
  }
}
