package dk.genvej.tracking;

import java.util.Comparator;

/**
 * Which row of a course it is: its end, or one of its follow-ups. Of each at most one stands.
 *
 * @param month of the follow-up; 0 for the course's end
 */
record OutcomeKey(OutcomeEvent event, int month) implements Comparable<OutcomeKey> {

  /** The end of the course before its follow-ups, and those in their order. */
  @Override
  public int compareTo(OutcomeKey other) {
    return Comparator.comparing(OutcomeKey::event)
        .thenComparingInt(OutcomeKey::month)
        .compare(this, other);
  }
}
