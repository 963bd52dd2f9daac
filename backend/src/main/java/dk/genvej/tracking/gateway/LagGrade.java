package dk.genvej.tracking.gateway;

import dk.genvej.shared.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How late reports are, by the oldest day that is not with the gateway. The guide asks for a report
 * at least daily: the day after one is in time, and a day later it is not.
 */
public enum LagGrade {
  IN_TIME,
  LATE,
  ALARM;

  private static final Duration LATE_AFTER = Duration.ofDays(1);

  /**
   * @param alarmDays the municipality's choice
   */
  static LagGrade of(LocalDate oldest, Instant now, int alarmDays) {
    var lag = lag(oldest, now);
    if (lag.compareTo(Duration.ofDays(alarmDays)) >= 0) {
      return ALARM;
    }
    return lag.compareTo(LATE_AFTER) >= 0 ? LATE : IN_TIME;
  }

  /** From the end of the day. */
  static Duration lag(LocalDate oldest, Instant now) {
    return Duration.between(oldest.plusDays(1).atStartOfDay(Time.ZONE).toInstant(), now);
  }
}
