package dk.genvej.referral;

import static dk.genvej.shared.ProblemCode.COURSE_LEVEL_WITHOUT_MINUTES;
import static dk.genvej.shared.ProblemCode.HELP_FIGURE_CONTRADICTS_ITSELF;
import static dk.genvej.shared.ProblemCode.HELP_FIGURE_INCOMPLETE;
import static dk.genvej.shared.ProblemCode.UNKNOWN_CODE;

import dk.genvej.settings.IndicativeMinutes;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Ruling;
import java.util.List;
import java.util.Map;
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
   * @param levels the municipality's levels on the day of recording, by their code, with the
   *     indicative minutes as they are written
   */
  public Ruling<Help> judge(Map<String, String> levels) {
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
        : judgeLevel(courseLevelCode, levels);
  }

  private boolean contradictsItself() {
    var hasServices = services != null;
    var hasLevel = courseLevelCode != null;
    return switch (basis) {
      case MINUTES -> hasLevel || (notAssessed && hasServices);
      case COURSE_LEVEL -> hasServices || (notAssessed && hasLevel);
    };
  }

  /** A choice from before its minutes were judged may hold none. */
  private static Ruling<Help> judgeLevel(String code, Map<String, String> levels) {
    var written = levels.get(code);
    if (written == null) {
      return Ruling.refuse(Refusal.at("/courseLevelCode", UNKNOWN_CODE));
    }
    return IndicativeMinutes.parse(written)
        .map(minutes -> checked(new Help.CourseLevel(code, minutes)))
        .orElseGet(
            () -> Ruling.refuse(Refusal.at("/courseLevelCode", COURSE_LEVEL_WITHOUT_MINUTES)));
  }

  private static Ruling<Help> checked(Help help) {
    return Ruling.unless(help.refuse(), help);
  }
}
