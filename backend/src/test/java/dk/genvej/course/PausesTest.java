package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.PAUSE_ALREADY_ENDED;
import static dk.genvej.shared.ProblemCode.PAUSE_BEFORE_START;
import static dk.genvej.shared.ProblemCode.PAUSE_OPEN;
import static dk.genvej.shared.ProblemCode.PERIOD_REVERSED;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final LocalDate START = LocalDate.of(2025, 3, 10);
  private static final LocalDate ADMITTED = LocalDate.of(2025, 4, 2);
  private static final LocalDate HOME = LocalDate.of(2025, 4, 12);
  private static final LocalDate LATER = LocalDate.of(2025, 12, 1);

  private final CourseSchedule schedule = new CourseSchedule(START, CourseRules.DEFAULTS);

  /** S7. */
  @Test
  void tenDaysInHospitalLeave74ActiveAndDoNotMoveDue() {
    var pauses = new Pauses(List.of(pause(ADMITTED, HOME)));

    assertThat(pauses.daysBeforeDue(schedule, LATER)).isEqualTo(10);
    assertThat(pauses.activeDays(schedule, LATER)).isEqualTo(74);
    assertThat(schedule.due()).isEqualTo("2025-06-02");
  }

  @Test
  void aDayInTwoPausesCountsOnce() {
    var pauses =
        new Pauses(
            List.of(pause(ADMITTED, HOME), pause(LocalDate.of(2025, 4, 10), HOME.plusDays(3))));

    assertThat(pauses.daysBeforeDue(schedule, LATER)).isEqualTo(13);
  }

  @Test
  void onlyDaysBeforeDueReduceTheActiveOnes() {
    var pauses =
        new Pauses(List.of(pause(schedule.due().minusDays(2), schedule.due().plusDays(9))));

    assertThat(pauses.activeDays(schedule, LATER)).isEqualTo(82);
  }

  @Test
  void anOpenPauseCountsTodayAndTheDayHomeIsNoPauseDay() {
    var open = new Pauses(List.of(pause(ADMITTED, null)));

    assertThat(open.daysBeforeDue(schedule, ADMITTED)).isEqualTo(1);
    assertThat(open.openOn(ADMITTED)).isTrue();
    assertThat(open.openOn(ADMITTED.minusDays(1))).isFalse();
    assertThat(pause(ADMITTED, HOME).covers(HOME.minusDays(1))).isTrue();
    assertThat(pause(ADMITTED, HOME).covers(HOME)).isFalse();
  }

  @Test
  void onlyOnePauseIsOpenAtATimeAndOneEnteredAfterwardsIsWelcome() {
    var open = new Pauses(List.of(pause(ADMITTED, null)));

    assertThat(open.refuseOpening(pause(HOME, null))).map(Refusal::code).contains(PAUSE_OPEN);
    assertThat(open.refuseOpening(pause(START, HOME))).isEmpty();
  }

  @Test
  void aPauseIsWhatHasHappenedSinceTheStart() {
    assertThat(pause(ADMITTED, HOME).refuse(START, HOME)).isEmpty();
    assertThat(pause(ADMITTED, ADMITTED).refuse(START, HOME)).isEmpty();
    assertThat(codes(pause(START.minusDays(1), HOME), HOME)).containsExactly(PAUSE_BEFORE_START);
    assertThat(codes(pause(HOME, ADMITTED), HOME)).containsExactly(PERIOD_REVERSED);
    assertThat(codes(pause(ADMITTED, HOME), ADMITTED)).containsExactly(DATE_IN_FUTURE);
    assertThat(codes(pause(HOME.plusDays(1), null), HOME)).containsExactly(DATE_IN_FUTURE);
  }

  @Test
  void anOpenPauseIsEndedOnceAndNotBeforeItBegan() {
    var open = pause(ADMITTED, null);

    assertThat(open.refuseEnd(HOME, HOME)).isEmpty();
    assertThat(open.refuseEnd(ADMITTED.minusDays(1), HOME))
        .map(Refusal::code)
        .contains(PERIOD_REVERSED);
    assertThat(open.refuseEnd(HOME.plusDays(1), HOME)).map(Refusal::code).contains(DATE_IN_FUTURE);
    assertThat(pause(ADMITTED, HOME).refuseEnd(HOME, HOME))
        .map(Refusal::code)
        .contains(PAUSE_ALREADY_ENDED);
  }

  @Property
  void theOrderOfPausesNeverMatters(@ForAll("pauses") List<Pause> pauses, @ForAll Random random) {
    var shuffled = new ArrayList<>(pauses);
    Collections.shuffle(shuffled, random);

    assertThat(new Pauses(shuffled).daysBeforeDue(schedule, LATER))
        .isEqualTo(new Pauses(pauses).daysBeforeDue(schedule, LATER));
  }

  @Property
  void pauseDaysAreNeverMoreThanTheDaysBeforeDueNorThanTheirSum(
      @ForAll("pauses") List<Pause> pauses) {
    var days = new Pauses(pauses).daysBeforeDue(schedule, LATER);
    var oneByOne =
        pauses.stream()
            .mapToInt(one -> new Pauses(List.of(one)).daysBeforeDue(schedule, LATER))
            .sum();

    assertThat(days).isBetween(0, 84).isLessThanOrEqualTo(oneByOne);
  }

  @Property
  void enteringAPauseTwiceChangesNothing(@ForAll("pauses") List<Pause> pauses) {
    var twice = new ArrayList<>(pauses);
    twice.addAll(pauses);

    assertThat(new Pauses(twice).activeDays(schedule, LATER))
        .isEqualTo(new Pauses(pauses).activeDays(schedule, LATER));
  }

  @Provide
  Arbitrary<List<Pause>> pauses() {
    var from = Arbitraries.integers().between(0, 120);
    var length = Arbitraries.integers().between(0, 60).injectNull(0.1);
    return Combinators.combine(from, length)
        .as((first, days) -> pause(START.plusDays(first), home(first, days)))
        .list()
        .ofMaxSize(6);
  }

  private static @Nullable LocalDate home(int from, @Nullable Integer days) {
    return days == null ? null : START.plusDays((long) from + days);
  }

  private static Pause pause(LocalDate from, @Nullable LocalDate home) {
    return new Pause(from, home, PauseReason.HOSPITAL);
  }

  private static List<ProblemCode> codes(Pause pause, LocalDate today) {
    return pause.refuse(START, today).stream().map(Refusal::code).toList();
  }
}
