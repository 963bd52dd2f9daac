package dk.genvej.check;

import java.util.List;

/**
 * The choices of a municipality that deadlines hang on.
 *
 * @param lengthDays of a course
 * @param months of the follow-ups
 */
record Rules(
    int lengthDays, int reminderDays, int overdueDays, int escalationDays, List<Integer> months) {

  /** As every municipality has them that has chosen nothing. */
  static final Rules STANDARD = new Rules(84, 14, 1, 8, List.of(3, 6, 12));

  /** All of it within four weeks. */
  static final Rules SHORT = new Rules(14, 5, 1, 4, List.of(3, 6, 12));
}
