package dk.genvej.followup;

import dk.genvej.referral.Help;

/** What is known of one follow-up of one completed course on the day of the figure. */
public sealed interface FollowUpAnswer {

  /** The help granted then. */
  record Granted(Help.Assessed help) implements FollowUpAnswer {}

  /** No longer in own home in the municipality, and so out of the rate. */
  record Left(Reason reason) implements FollowUpAnswer {}

  /** Due, and without a record: lowers the answer rate. */
  record Missing() implements FollowUpAnswer {}

  /** Not due yet: left out altogether. */
  record NotDue() implements FollowUpAnswer {}

  /** Why there is nothing to follow up. */
  enum Reason {
    DIED,
    MOVED_AWAY,
    NURSING_HOME
  }
}
