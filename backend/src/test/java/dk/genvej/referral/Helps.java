package dk.genvej.referral;

import java.math.BigDecimal;
import java.util.List;

/** Help as the scenarios write it. */
public final class Helps {

  private Helps() {}

  public static Help.Minutes minutes(String perWeek) {
    return new Help.Minutes(List.of(service("PERSONAL_CARE", perWeek, 1)));
  }

  public static Help.CourseLevel level(String minutes) {
    return new Help.CourseLevel("NIVEAU_2", new BigDecimal(minutes));
  }

  public static Help ikkeOpgjort() {
    return new Help.NotAssessed();
  }

  static ServiceHelp service(String code, String minutes, int everyWeeks) {
    return new ServiceHelp(code, new BigDecimal(minutes), everyWeeks);
  }
}
