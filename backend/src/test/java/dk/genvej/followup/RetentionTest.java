package dk.genvej.followup;

import static dk.genvej.followup.Retention.HELD;
import static dk.genvej.followup.Retention.LOST;
import static dk.genvej.followup.Retention.PARTLY;
import static dk.genvej.referral.Helps.ikkeOpgjort;
import static dk.genvej.referral.Helps.level;
import static dk.genvej.referral.Helps.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.evaluation.Outcome;
import dk.genvej.referral.Help;
import dk.genvej.shared.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

  /** S12: shadow, after, and the help at 3, 6 and 12 months. */
  private static final Map<String, String> EIGHT = new LinkedHashMap<>();

  static {
    EIGHT.put("A", "420 120 120 90 150");
    EIGHT.put("B", "82.5 0 0 0 0");
    EIGHT.put("C", "600 600 600 660 DIED");
    EIGHT.put("D", "210 0 0 30 30");
    EIGHT.put("E", "180 60 60 60 NURSING_HOME");
    EIGHT.put("F", "360 150 180 360 360");
    EIGHT.put("G", "120 0 0 0 missing");
    EIGHT.put("H", "300 390 390 300 300");
  }

  @ParameterizedTest(name = "S12 month {0}: {1} held, {2} partly, {3} lost, {4} %, answered {5} %")
  @CsvSource({"3, 5, 1, 0, 83.3, 100.0", "6, 4, 1, 1, 66.7, 100.0", "12, 1, 2, 1, 25.0, 80.0"})
  void theRateIsHeldOfThoseKnownWithAGain(
      int month, int held, int partly, int lost, BigDecimal rate, BigDecimal answered) {
    var result = RetentionRate.of(eightAt(month));

    assertThat(result.count(HELD)).isEqualTo(held);
    assertThat(result.count(PARTLY)).isEqualTo(partly);
    assertThat(result.count(LOST)).isEqualTo(lost);
    assertThat(result.rate()).map(Ratio::percent).contains(rate);
    assertThat(result.answerRate()).map(Ratio::percent).contains(answered);
    assertThat(result.withoutGain()).isEqualTo(2);
  }

  /** S12. */
  @Test
  void atTwelveMonthsOneHasMovedToANursingHomeAndOneIsMissing() {
    var result = RetentionRate.of(eightAt(12));

    assertThat(result.left()).isEqualTo(Map.of(FollowUpAnswer.Reason.NURSING_HOME, 1));
    assertThat(result.missing()).isEqualTo(1);
  }

  @ParameterizedTest(name = "S12 month {0}: {2} became {3} over {1}")
  @CsvSource({"3, 8, 1320.0, 1350.0", "6, 8, 1320.0, 1500.0", "12, 5, 660.0, 840.0"})
  void theTrendCoversAllCompletedThatAnswered(
      int month, int n, BigDecimal atEnd, BigDecimal atFollowUp) {
    assertThat(HelpTrend.of(eightAt(month))).isEqualTo(new HelpTrend(n, atEnd, atFollowUp));
  }

  /** S12: F at three months, C and D at six, A at twelve. */
  @Test
  void aNewCourseIsConsideredTheFirstTimeHelpRisesAndOncePerCourse() {
    var tasks = new ArrayList<String>();
    EIGHT.forEach((who, row) -> tasks.addAll(tasks(who, row.split(" "))));

    assertThat(tasks).containsExactlyInAnyOrder("F 3", "C 6", "D 6", "A 12");
  }

  @Test
  void oneNotDueYetIsInNoShare() {
    var gained = new Outcome(minutes("420"), minutes("120"));

    var result = RetentionRate.of(List.of(new FollowedUp(gained, new FollowUpAnswer.NotDue())));

    assertThat(result.notDue()).isEqualTo(1);
    assertThat(result.rate()).isEmpty();
    assertThat(result.answerRate()).isEmpty();
  }

  @Test
  void asMuchHelpAsTheShadowGrantIsAGainLost() {
    var gained = new Outcome(minutes("360"), minutes("150"));

    assertThat(Retention.of(gained, minutes("150"))).contains(HELD);
    assertThat(Retention.of(gained, minutes("359.9"))).contains(PARTLY);
    assertThat(Retention.of(gained, minutes("360"))).contains(LOST);
  }

  @Test
  void helpOnAnotherBasisIsNeitherHeldNorLostAndRaisesNoTask() {
    var gained = new Outcome(minutes("360"), minutes("150"));
    var atLevel = new FollowedUp(gained, new FollowUpAnswer.Granted(level("400")));

    assertThat(RetentionRate.of(List.of(atLevel)).otherBasis()).isEqualTo(1);
    assertThat(HelpTrend.of(List.of(atLevel)).n()).isZero();
    assertThat(ConsiderNewCourse.raisedBy(level("400"), minutes("150"), List.of())).isFalse();
  }

  @Test
  void withoutAShadowGrantThereIsNoGainAndStillATrend() {
    var unknown = new Outcome(ikkeOpgjort(), minutes("60"));
    var one = new FollowedUp(unknown, new FollowUpAnswer.Granted(minutes("90")));

    assertThat(Retention.of(unknown, minutes("90"))).isEmpty();
    assertThat(HelpTrend.of(List.of(one)).n()).isEqualTo(1);
  }

  private static List<FollowedUp> eightAt(int month) {
    var column = 2 + List.of(3, 6, 12).indexOf(month);
    return EIGHT.values().stream()
        .map(row -> row.split(" "))
        .map(row -> new FollowedUp(outcome(row), answer(row[column])))
        .toList();
  }

  private static Outcome outcome(String[] row) {
    return new Outcome(minutes(row[0]), minutes(row[1]));
  }

  private static FollowUpAnswer answer(String cell) {
    return switch (cell) {
      case "missing" -> new FollowUpAnswer.Missing();
      case "DIED", "NURSING_HOME" -> new FollowUpAnswer.Left(FollowUpAnswer.Reason.valueOf(cell));
      default -> new FollowUpAnswer.Granted(minutes(cell));
    };
  }

  private static List<String> tasks(String who, String[] row) {
    var months = List.of(3, 6, 12);
    var earlier = new ArrayList<Help.Assessed>();
    var tasks = new ArrayList<String>();
    var cells = Arrays.asList(row).subList(2, 5);
    for (int i = 0; i < cells.size(); i++) {
      if (answer(cells.get(i)) instanceof FollowUpAnswer.Granted granted) {
        if (ConsiderNewCourse.raisedBy(granted.help(), minutes(row[1]), earlier)) {
          tasks.add(who + " " + months.get(i));
        }
        earlier.add(granted.help());
      }
    }
    return tasks;
  }
}
