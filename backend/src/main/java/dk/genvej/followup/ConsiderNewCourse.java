package dk.genvej.followup;

import dk.genvej.referral.Help;
import java.util.Collection;

/**
 * “Overvej nyt forløb”: the first follow-up of a course with more help than after sends the
 * visitator one task, and later ones none (R32; Slagelse: “tilbyde nyt forløb, ved behov for
 * dette”). A gain is not asked for.
 */
public final class ConsiderNewCourse {

  private ConsiderNewCourse() {}

  /**
   * @param earlier the help at the course's other follow-ups recorded so far
   */
  public static boolean raisedBy(
      Help.Assessed followUp, Help.Assessed after, Collection<Help.Assessed> earlier) {
    return followUp.moreThan(after) && earlier.stream().noneMatch(one -> one.moreThan(after));
  }
}
