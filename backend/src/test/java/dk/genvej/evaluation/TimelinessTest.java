package dk.genvej.evaluation;

import static dk.genvej.evaluation.Timeliness.EARLY;
import static dk.genvej.evaluation.Timeliness.LATE;
import static dk.genvej.evaluation.Timeliness.TIMELY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.course.CourseRules;
import dk.genvej.course.CourseSchedule;
import dk.genvej.shared.Ratio;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelinessTest {

  @ParameterizedTest(name = "{0} on {1} is {2}")
  @CsvSource({
    "due -8, 2025-04-13, EARLY",
    "due -7, 2025-04-14, TIMELY",
    "due, 2025-04-21, TIMELY",
    "due +7, 2025-04-28, TIMELY",
    "due +8, 2025-04-29, LATE",
    "S6 due +11, 2025-05-02, LATE"
  })
  void theWindowIncludesBothItsEnds(String day, LocalDate evaluated, Timeliness expected) {
    assertThat(of("2025-01-27", evaluated.toString())).isEqualTo(expected);
  }

  /** S6 with S1 and S2. */
  @Test
  void twoOfThreeEvaluationsInTimeIs66Point7Percent() {
    var timely =
        Stream.of(
                of("2025-01-20", "2025-04-14"),
                of("2025-02-03", "2025-04-28"),
                of("2025-01-27", "2025-05-02"))
            .filter(one -> one == TIMELY)
            .count();

    assertThat(Ratio.of(timely, 3).percent()).isEqualTo("66.7");
  }

  @Test
  void theWindowIsASetting() {
    var schedule = new CourseSchedule(LocalDate.of(2025, 1, 27), new CourseRules(56, 0, 14));

    assertThat(Timeliness.of(schedule, LocalDate.of(2025, 3, 24))).isEqualTo(TIMELY);
    assertThat(Timeliness.of(schedule, LocalDate.of(2025, 3, 23))).isEqualTo(EARLY);
    assertThat(Timeliness.of(schedule, LocalDate.of(2025, 3, 25))).isEqualTo(LATE);
  }

  private static Timeliness of(String start, String evaluated) {
    var schedule = new CourseSchedule(LocalDate.parse(start), CourseRules.DEFAULTS);
    return Timeliness.of(schedule, LocalDate.parse(evaluated));
  }
}
