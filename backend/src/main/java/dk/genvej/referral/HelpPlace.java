package dk.genvej.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a help figure belongs. There is one figure in each place, in its versions.
 *
 * @param courseId for the log only; null while there is no course
 * @param followUpId with {@link HelpMoment#FOLLOW_UP}, else null
 */
public record HelpPlace(
    UUID citizenId,
    UUID referralId,
    @Nullable UUID courseId,
    HelpMoment moment,
    @Nullable UUID followUpId) {

  public HelpPlace {
    if ((moment == HelpMoment.FOLLOW_UP) != (followUpId != null)) {
      throw new IllegalArgumentException("a follow-up's help names its follow-up, and no other");
    }
  }

  public static HelpPlace of(
      UUID citizenId, UUID referralId, @Nullable UUID courseId, HelpMoment moment) {
    return new HelpPlace(citizenId, referralId, courseId, moment, null);
  }

  public static HelpPlace ofFollowUp(
      UUID citizenId, UUID referralId, UUID courseId, UUID followUpId) {
    return new HelpPlace(citizenId, referralId, courseId, HelpMoment.FOLLOW_UP, followUpId);
  }
}
