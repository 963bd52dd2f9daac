package dk.genvej.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.api.EvaluationsApi;
import dk.genvej.api.FollowUpsApi;
import dk.genvej.api.GoalsApi;
import dk.genvej.api.OverviewsApi;
import dk.genvej.api.PlansApi;
import dk.genvej.api.ReferralsApi;
import dk.genvej.api.VisitsApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WalkTest {

  @Test
  void endsWithWhatCameOfIngersCourseAndCanBeWalkedAgain() {
    var parts =
        Stream.of(
            ReferralsApi.class,
            PlansApi.class,
            GoalsApi.class,
            VisitsApi.class,
            EvaluationsApi.class,
            FollowUpsApi.class,
            OverviewsApi.class);
    assertThat(parts).allMatch(part -> RunningDemo.running().context().containsBean(part));

    for (int time = 1; time <= 2; time++) {
      var days = WalkDays.from(RunningDemo.running().today(DemoMunicipalities.SMALL));
      var told = walk();
      assertThat(told)
          .contains("category         MINDRE_HJÆLP")
          .contains("degree of help   28.6 % (120 min a week of 420 min a week)")
          .contains("saved            300 min a week")
          .contains("COPM satisfaction 3 -> 7, better, a change that matters")
          .contains("COPM performance 3.33 -> 6.33, better, a change that matters")
          .contains(
              "follow-ups       %s, %s, %s"
                  .formatted(
                      days.revisited().plusMonths(3),
                      days.revisited().plusMonths(6),
                      days.revisited().plusMonths(12)));
      assertThat(kinds(told)).isEqualTo("N1 N3 N4 N2 N8 N2 N7 N8");
      assertThat(told)
          .containsPattern(day(days.reminded()) + " 07:00 +N3")
          .doesNotContain(", late");
    }
  }

  @Test
  void asksForNothingThatTheContractDoesNotKnow() throws IOException {
    try (var stub = new ContractStub()) {
      new Walk(stub.url(), new PrintWriter(new StringWriter())).play();
      assertThat(stub.broken).isEmpty();
      assertThat(stub.asked).hasSizeGreaterThan(40);
    }
  }

  @Test
  void fromTheNinthOfJanuaryTheDaysAreIngers() {
    var days = WalkDays.from(Demo.SMALL_BEGINS);
    assertThat(days.discharged()).isEqualTo("2025-01-09");
    assertThat(days.assessed()).isEqualTo("2025-01-13");
    assertThat(days.started()).isEqualTo("2025-01-20");
    assertThat(days.due()).isEqualTo("2025-04-14");
    assertThat(days.revisited()).isEqualTo("2025-04-16");
    assertThat(days.birth()).isEqualTo("1942-08-14");
    assertThat(days.legalBasis()).isEqualTo("SEL_83A");
    assertThat(WalkDays.from(LocalDate.of(2025, 7, 28)).legalBasis()).isEqualTo("AELDRELOVEN_10");
  }

  @Test
  void anInventedCitizenIsNobody() {
    int[] weights = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    for (int i = 0; i < 200; i++) {
      var citizen = WalkCitizen.born(LocalDate.of(1942, 8, 14), i);
      assertThat(citizen.cpr()).matches("140842[0-3][0-9]{3}");
      int sum = 0;
      for (int digit = 0; digit < 10; digit++) {
        sum += weights[digit] * (citizen.cpr().charAt(digit) - '0');
      }
      assertThat(sum % 11).isNotZero();
    }
  }

  /** Of therapist, care staff, visitator and coordinator, each in the order of their inbox. */
  private static String kinds(String told) {
    return told.lines()
        .filter(line -> line.matches("    [0-9]+ [A-Z][a-z]+ [0-9]{4} [0-9:]{5} +N[0-9]+ .*"))
        .map(line -> line.replaceAll(".* (N[0-9]+) .*", "$1"))
        .filter(kind -> !kind.equals("N12"))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static String day(LocalDate day) {
    return java.time.format.DateTimeFormatter.ofPattern("d MMM yyyy", java.util.Locale.ENGLISH)
        .format(day);
  }

  private static String walk() {
    var told = new StringWriter();
    new Walk(URI.create(RunningDemo.running().url()), new PrintWriter(told)).play();
    return told.toString();
  }
}
