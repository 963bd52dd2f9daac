package dk.genvej.followup;

import static dk.genvej.referral.Helps.level;
import static dk.genvej.referral.Helps.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dk.genvej.referral.Help;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConsiderNewCourseTest {

  /** S12: after, and the help at 3, 6 and 12 months while it was answered. */
  private static final Map<String, String> EIGHT =
      Map.of(
          "A", "120 120 90 150",
          "B", "0 0 0 0",
          "C", "600 600 660",
          "D", "0 0 30 30",
          "E", "60 60 60",
          "F", "150 180 360 360",
          "G", "0 0 0",
          "H", "390 390 300 300");

  /** S12: F at three months, C and D at six, A at twelve. */
  @Test
  void aNewCourseIsConsideredTheFirstTimeHelpRisesAndOncePerCourse() {
    var tasks = new ArrayList<String>();
    new TreeMap<>(EIGHT).forEach((who, row) -> tasks.addAll(tasks(who, row.split(" "))));

    assertThat(tasks).containsExactly("A 12", "C 6", "D 6", "F 3");
  }

  @Test
  void helpOnAnotherBasisRaisesNoTask() {
    assertThat(ConsiderNewCourse.raisedBy(level("400"), minutes("150"), List.of())).isFalse();
  }

  private static List<String> tasks(String who, String[] row) {
    var months = List.of(3, 6, 12);
    var earlier = new ArrayList<Help.Assessed>();
    var tasks = new ArrayList<String>();
    for (int i = 1; i < row.length; i++) {
      if (ConsiderNewCourse.raisedBy(minutes(row[i]), minutes(row[0]), earlier)) {
        tasks.add(who + " " + months.get(i - 1));
      }
      earlier.add(minutes(row[i]));
    }
    return tasks;
  }
}
