package dk.genvej.course;

import static dk.genvej.course.CourseRules.DEFAULTS;
import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.EARLY_EVALUATION_NEEDS_REASON;
import static dk.genvej.shared.ProblemCode.EVALUATION_BEFORE_START;
import static dk.genvej.shared.ProblemCode.PLAN_WITHOUT_AGREED_GOAL;
import static dk.genvej.shared.ProblemCode.PLAN_WITHOUT_CITIZENS_WORDS;
import static dk.genvej.shared.ProblemCode.PLAN_WITHOUT_CONDITION_IN_FOCUS;
import static dk.genvej.shared.ProblemCode.SHADOW_MISSING;
import static dk.genvej.shared.ProblemCode.START_AFTER_EVALUATION;
import static dk.genvej.shared.ProblemCode.START_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.START_TOO_FAR_BACK;
import static dk.genvej.shared.ProblemCode.STOP_BEFORE_START;
import static dk.genvej.shared.ProblemCode.STOP_NEEDS_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.referral.Helps;
import dk.genvej.shared.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseScheduleTest {

  private static final LocalDate S1_START = LocalDate.of(2025, 1, 20);

  @ParameterizedTest(name = "{0}: start {1}, due {2}")
  @CsvSource({
    "S1 over the change to summer time, 2025-01-20, 2025-04-14",
    "S2, 2025-02-03, 2025-04-28",
    "S3 Kirsten, 2025-02-10, 2025-05-05",
    "S3 Poul, 2025-02-17, 2025-05-12",
    "S5, 2025-03-03, 2025-05-26",
    "S6 on Easter Monday, 2025-01-27, 2025-04-21",
    "S7, 2025-03-10, 2025-06-02",
    "S7 the new course, 2025-04-14, 2025-07-07",
    "S18 on Whit Monday, 2025-03-17, 2025-06-09"
  })
  void dueIs84DaysOnAndTheSameWeekday(String scenario, LocalDate start, LocalDate due) {
    var schedule = new CourseSchedule(start, DEFAULTS);

    assertThat(schedule.due()).isEqualTo(due);
    assertThat(due.getDayOfWeek()).isEqualTo(start.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
  }

  /** S6. */
  @Test
  void theWindowIsSevenDaysEitherSideOfDue() {
    var schedule = new CourseSchedule(LocalDate.of(2025, 1, 27), DEFAULTS);

    assertThat(schedule.timelyFrom()).isEqualTo("2025-04-14");
    assertThat(schedule.timelyUntil()).isEqualTo("2025-04-28");
  }

  @Test
  void aStartIsGivenTodayOrAtMost14DaysBack() {
    var today = LocalDate.of(2025, 2, 3);

    assertThat(CourseSchedule.refuseStart(today, today, DEFAULTS)).isEmpty();
    assertThat(CourseSchedule.refuseStart(today.minusDays(14), today, DEFAULTS)).isEmpty();
    assertThat(CourseSchedule.refuseStart(today.minusDays(15), today, DEFAULTS))
        .contains(Refusal.at("/startedOn", START_TOO_FAR_BACK).with("earliest", "2025-01-20"));
    assertThat(CourseSchedule.refuseStart(today.plusDays(1), today, DEFAULTS))
        .map(Refusal::code)
        .contains(START_IN_FUTURE);
  }

  @Test
  void aCorrectedStartMayLieFartherBackAndMovesDue() {
    var today = LocalDate.of(2025, 3, 20);
    var corrected = LocalDate.of(2025, 1, 13);

    assertThat(CourseSchedule.refuseCorrectedStart(corrected, today, null)).isEmpty();
    assertThat(CourseSchedule.refuseCorrectedStart(corrected, today, corrected)).isEmpty();
    assertThat(CourseSchedule.refuseCorrectedStart(corrected, today, corrected.minusDays(1)))
        .map(Refusal::code)
        .contains(START_AFTER_EVALUATION);
    assertThat(new CourseSchedule(corrected, DEFAULTS).due()).isEqualTo("2025-04-07");
  }

  /** S2: day 56 would need a reason. */
  @Test
  void onlyAnEvaluationBeforeTheWindowNeedsAReason() {
    var schedule = new CourseSchedule(LocalDate.of(2025, 2, 3), DEFAULTS);
    var today = LocalDate.of(2025, 12, 1);

    assertThat(schedule.refuseEvaluation(LocalDate.of(2025, 3, 31), today, " "))
        .map(Refusal::code)
        .contains(EARLY_EVALUATION_NEEDS_REASON);
    assertThat(schedule.refuseEvaluation(LocalDate.of(2025, 3, 31), today, "flytter")).isEmpty();
    assertThat(schedule.refuseEvaluation(LocalDate.of(2025, 4, 21), today, "")).isEmpty();
    assertThat(schedule.refuseEvaluation(LocalDate.of(2025, 4, 20), today, "")).isPresent();
    assertThat(schedule.refuseEvaluation(LocalDate.of(2025, 11, 30), today, "")).isEmpty();
  }

  @Test
  void anEvaluationIsNeitherBeforeTheStartNorAhead() {
    var schedule = new CourseSchedule(S1_START, DEFAULTS);

    assertThat(schedule.refuseEvaluation(S1_START.minusDays(1), S1_START, "x"))
        .map(Refusal::code)
        .contains(EVALUATION_BEFORE_START);
    assertThat(schedule.refuseEvaluation(S1_START.plusDays(1), S1_START, "x"))
        .map(Refusal::code)
        .contains(DATE_IN_FUTURE);
  }

  /** S5: stopped on 2025-04-03, day 31. */
  @ParameterizedTest(name = "day {0} is in week {1}")
  @CsvSource({"0, 1", "6, 1", "7, 2", "31, 5", "83, 12", "84, 13"})
  void weekOneIsDayZeroToSix(int day, int week) {
    var start = LocalDate.of(2025, 3, 3);

    assertThat(new CourseSchedule(start, DEFAULTS).weekOf(start.plusDays(day)).value())
        .isEqualTo(week);
  }

  @Test
  void aStopLiesBetweenStartAndTodayAndTheStartDayIsOneToo() {
    var today = LocalDate.of(2025, 4, 3);

    assertThat(new Stop(S1_START, StopReason.DECLINED, "").refuse(S1_START, today)).isEmpty();
    assertThat(new Stop(S1_START.minusDays(1), StopReason.OTHER, "").refuse(S1_START, today))
        .extracting(Refusal::code)
        .containsExactly(STOP_BEFORE_START, STOP_NEEDS_TEXT);
    assertThat(new Stop(today.plusDays(1), StopReason.DIED, "").refuse(S1_START, today))
        .extracting(Refusal::code)
        .containsExactly(DATE_IN_FUTURE);
  }

  /** R2, R27. */
  @Test
  void everythingAPlanLacksIsToldAtOnce() {
    var today = LocalDate.of(2025, 1, 19);

    assertThat(new ActivationCheck(" ", 0, 0, null).refuse(S1_START, today, DEFAULTS))
        .extracting(Refusal::code)
        .containsExactly(
            PLAN_WITHOUT_CITIZENS_WORDS,
            PLAN_WITHOUT_AGREED_GOAL,
            PLAN_WITHOUT_CONDITION_IN_FOCUS,
            SHADOW_MISSING,
            START_IN_FUTURE);
  }

  @Test
  void aPlanMayStartWithAShadowGrantOrAnOutrightIkkeOpgjort() {
    for (var shadow : List.of(Helps.minutes("420"), Helps.ikkeOpgjort())) {
      var check = new ActivationCheck("Jeg vil selv i bad", 1, 1, shadow);

      assertThat(check.refuse(S1_START, S1_START, DEFAULTS)).isEmpty();
    }
  }
}
