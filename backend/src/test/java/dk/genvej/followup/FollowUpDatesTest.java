package dk.genvej.followup;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.FOLLOW_UP_BEFORE_COMPLETION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpDatesTest {

  @ParameterizedTest(name = "{0}: completed {1}")
  @CsvSource({
    "S1, 2025-04-16, 2025-07-16 2025-10-16 2026-04-16",
    "S19 clamped in February only, 2025-11-30, 2026-02-28 2026-05-30 2026-11-30",
    "to a leap day, 2023-11-30, 2024-02-29 2024-05-30 2024-11-30"
  })
  void followUpsFallThreeSixAndTwelveMonthsOn(String what, LocalDate completed, String dates) {
    var due = new FollowUpDates(completed, FollowUpDates.DEFAULT_MONTHS).all();

    assertThat(due).extracting(FollowUpDates.Due::month).containsExactly(3, 6, 12);
    assertThat(due).extracting(one -> one.on().toString()).containsExactly(dates.split(" "));
  }

  @Test
  void aFollowUpIsHeldAfterTheCourseAndByToday() {
    var completed = LocalDate.of(2025, 4, 16);
    var dates = new FollowUpDates(completed, FollowUpDates.DEFAULT_MONTHS);
    var today = LocalDate.of(2025, 7, 10);

    assertThat(dates.refuseHeld(today, today)).isEmpty();
    assertThat(dates.refuseHeld(completed, today))
        .map(Refusal::code)
        .contains(FOLLOW_UP_BEFORE_COMPLETION);
    assertThat(dates.refuseHeld(today.plusDays(1), today))
        .map(Refusal::code)
        .contains(DATE_IN_FUTURE);
  }

  @Test
  void theMonthsAreASettingInAnyOrderAndNeverNone() {
    var completed = LocalDate.of(2025, 4, 16);

    assertThat(new FollowUpDates(completed, List.of(9, 3, 9)).all())
        .extracting(FollowUpDates.Due::month)
        .containsExactly(3, 9);
    assertThatThrownBy(() -> new FollowUpDates(completed, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
