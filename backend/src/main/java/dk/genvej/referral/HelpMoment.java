package dk.genvej.referral;

import java.util.Locale;

/** When a help figure stands for (O1). */
public enum HelpMoment {
  /** The day before the assessment. */
  BEFORE,
  /** Skyggevisitering: what would be granted without a course. */
  SHADOW,
  /** The new grant at the re-visitation. */
  AFTER,
  /** What is granted at a follow-up; one for each of them. */
  FOLLOW_UP;

  /** Where it stands in a request: {@code /shadow}. */
  String pointer() {
    return "/" + name().toLowerCase(Locale.ROOT);
  }

  /** The event of recording one: AfterHelpRecorded. */
  String event(String what) {
    var name =
        switch (this) {
          case BEFORE -> "Before";
          case SHADOW -> "Shadow";
          case AFTER -> "After";
          case FOLLOW_UP -> "FollowUp";
        };
    return name + "Help" + what;
  }
}
