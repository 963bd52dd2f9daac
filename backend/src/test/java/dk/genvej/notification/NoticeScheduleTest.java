package dk.genvej.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.settings.SettingsHistory;
import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeScheduleTest {

  private final WorkingDays days = new WorkingDays();

  /** The scenarios' own dates, computed by hand. */
  @ParameterizedTest
  @CsvSource({
    "2025-04-14, 03-31 04-14 04-15 04-22",
    "2025-04-28, 04-14 04-28 04-29 05-06",
    "2025-05-05, 04-16 05-05 05-06 05-13",
    "2025-05-26, 05-12 05-26 05-27 06-03",
    "2025-04-21, 04-07 04-16 04-22 04-29",
    "2025-06-09, 05-26 06-06 06-10 06-17",
    "2025-07-07, 06-23 07-07 07-08 07-15",
    "2026-01-01, 12-18 12-31 01-02 01-09"
  })
  void remindersAreToldTheLastWorkingDayBeforeAndEscalationsTheNextAfter(
      LocalDate due, String told) {
    assertThat(
            told(new SettingsHistory(List.of()), due).stream()
                .map(moment -> day(moment).toString().substring(5))
                .collect(Collectors.joining(" ")))
        .isEqualTo(told);
  }

  @Test
  void aDayOffOfTheMunicipalitysOwnMovesThemToo() {
    var settings =
        new SettingsHistory(List.of(WorkingDaysTest.daysOff("2025-06-01", "12-24,12-31")));

    assertThat(told(settings, LocalDate.of(2026, 1, 1)).get(1).at())
        .isEqualTo("2025-12-30T06:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 2026-03-02T06:00:00Z",
    "2026-05-30, 2026-06-01T05:00:00Z",
    "2026-11-30, 2026-11-30T06:00:00Z"
  })
  void aFollowUpIsToldAtSevenOnTheNextWorkingDayInSummerAndWinter(LocalDate due, Instant at) {
    var schedule = schedule(new SettingsHistory(List.of()));

    assertThat(schedule.ofFollowUp(due).at()).isEqualTo(at);
  }

  /** The days after the two nights in which the clock is moved by an hour. */
  @ParameterizedTest
  @CsvSource({"2025-03-31, 2025-03-31T05:00:00Z", "2025-10-27, 2025-10-27T06:00:00Z"})
  void sevenIsSevenByTheClockOnTheWall(LocalDate due, Instant at) {
    assertThat(told(new SettingsHistory(List.of()), due).get(1).at()).isEqualTo(at);
  }

  /** Due on 14 April, planned at ten o'clock of each of these days. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-20, N3 N4 N5 N6",
    "2025-03-30, N3 N4 N5 N6",
    "2025-03-31, N3 N4 N5 N6",
    "2025-04-14, N4 N5 N6",
    "2025-04-15, N5 N6",
    "2025-04-21, N5 N6",
    "2025-06-01, N6"
  })
  void ofWhatHasPassedWhenItIsPlannedOnlyTheLastIsTold(LocalDate planned, String kinds) {
    var now = planned.atTime(10, 0).atZone(Time.ZONE).toInstant();
    var moments = told(new SettingsHistory(List.of()), LocalDate.of(2025, 4, 14));

    assertThat(
            NoticeSchedule.toTell(moments, now).stream()
                .map(moment -> moment.kind().name())
                .collect(Collectors.joining(" ")))
        .isEqualTo(kinds);
  }

  private List<NoticeSchedule.Moment> told(SettingsHistory settings, LocalDate due) {
    return schedule(settings).ofEvaluation(due);
  }

  private NoticeSchedule schedule(SettingsHistory settings) {
    return new NoticeSchedule(settings, day -> days.working(day, settings));
  }

  private static LocalDate day(NoticeSchedule.Moment moment) {
    return Time.dayOf(moment.at());
  }
}
