package dk.genvej.referral;

import static dk.genvej.shared.ProblemCode.HELP_FIGURE_CONTRADICTS_ITSELF;
import static dk.genvej.shared.ProblemCode.HELP_FIGURE_INCOMPLETE;
import static dk.genvej.shared.ProblemCode.UNKNOWN_CODE;

import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A help figure as it is sent: services, or a level, or “ikke opgjort”, and only one of them.
 *
 * @param services an empty list is no help at all, where an absent one is an answer left out
 */
public record HelpDraft(
    HelpBasis basis,
    boolean notAssessed,
    @Nullable List<ServiceHelp> services,
    @Nullable String courseLevelCode) {

  /**
   * @param minutesOfLevel the indicative minutes of a level on the day of recording, by its code
   */
  public Ruling<Help> judge(Function<String, Optional<BigDecimal>> minutesOfLevel) {
    if (contradictsItself()) {
      return Ruling.refuse(Refusal.of(HELP_FIGURE_CONTRADICTS_ITSELF));
    }
    if (notAssessed) {
      return Ruling.allow(new Help.NotAssessed());
    }
    if (services != null) {
      return checked(new Help.Minutes(services));
    }
    return courseLevelCode == null
        ? Ruling.refuse(Refusal.of(HELP_FIGURE_INCOMPLETE))
        : judgeLevel(courseLevelCode, minutesOfLevel);
  }

  private boolean contradictsItself() {
    var hasServices = services != null;
    var hasLevel = courseLevelCode != null;
    return switch (basis) {
      case MINUTES -> hasLevel || (notAssessed && hasServices);
      case COURSE_LEVEL -> hasServices || (notAssessed && hasLevel);
    };
  }

  private static Ruling<Help> judgeLevel(
      String code, Function<String, Optional<BigDecimal>> minutesOfLevel) {
    return minutesOfLevel
        .apply(code)
        .map(minutes -> checked(new Help.CourseLevel(code, minutes)))
        .orElseGet(() -> Ruling.refuse(Refusal.at("/courseLevelCode", UNKNOWN_CODE)));
  }

  private static Ruling<Help> checked(Help help) {
    return Ruling.unless(help.refuse(), help);
  }
}
