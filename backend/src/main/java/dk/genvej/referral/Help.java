package dk.genvej.referral;

import static dk.genvej.shared.ProblemCode.BODY_INVALID;
import static dk.genvej.shared.ProblemCode.HELP_FIGURE_CONTRADICTS_ITSELF;

import dk.genvej.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Hjælp: personal care and practical help in minutes a week (O1), never nursing or training. The
 * same measure serves {@code before}, {@code shadow}, {@code after} and the follow-ups.
 */
public sealed interface Help {

  /** Every reason against recording it. */
  List<Refusal> refuse();

  /** Help that is known, as {@code after} must be. */
  sealed interface Assessed extends Help {

    HelpBasis basis();

    /** One decimal. */
    BigDecimal minutesPerWeek();

    default boolean comparableWith(Assessed other) {
      return basis() == other.basis();
    }

    default boolean moreThan(Assessed other) {
      return comparableWith(other) && minutesPerWeek().compareTo(other.minutesPerWeek()) > 0;
    }
  }

  /** Minutes per service; no service at all is no help. 60 + 22.5 is 82.5 (S2). */
  record Minutes(List<ServiceHelp> services) implements Assessed {

    public Minutes {
      services = List.copyOf(services);
    }

    @Override
    public HelpBasis basis() {
      return HelpBasis.MINUTES;
    }

    @Override
    public BigDecimal minutesPerWeek() {
      return services.stream()
          .map(ServiceHelp::minutesPerWeek)
          .reduce(new BigDecimal("0.0"), BigDecimal::add);
    }

    @Override
    public List<Refusal> refuse() {
      var refusals = new ArrayList<Refusal>();
      var seen = new HashSet<String>();
      for (int i = 0; i < services.size(); i++) {
        var service = services.get(i);
        service.refuse("/services/" + i).ifPresent(refusals::add);
        if (!seen.add(service.service())) {
          refusals.add(Refusal.at("/services/" + i + "/service", HELP_FIGURE_CONTRADICTS_ITSELF));
        }
      }
      return refusals;
    }
  }

  /**
   * A level of the municipality's care course with the indicative minutes valid on the day it was
   * recorded. They are copied here, so that a later re-rating changes nothing.
   */
  record CourseLevel(String level, BigDecimal indicativeMinutes) implements Assessed {

    private static final BigDecimal WEEK = BigDecimal.valueOf(7 * 24 * 60);

    @Override
    public HelpBasis basis() {
      return HelpBasis.COURSE_LEVEL;
    }

    @Override
    public BigDecimal minutesPerWeek() {
      return indicativeMinutes.setScale(1, RoundingMode.HALF_UP);
    }

    @Override
    public List<Refusal> refuse() {
      return Refusal.at("/courseLevelCode", BODY_INVALID)
          .when(indicativeMinutes.signum() < 0 || indicativeMinutes.compareTo(WEEK) > 0)
          .stream()
          .toList();
    }
  }

  /** “Ikke opgjort”, said outright (R27). */
  record NotAssessed() implements Help {

    @Override
    public List<Refusal> refuse() {
      return List.of();
    }
  }
}
