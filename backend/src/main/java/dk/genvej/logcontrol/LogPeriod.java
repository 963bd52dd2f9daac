package dk.genvej.logcontrol;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From a time to before another, 366 days at most: a year with its leap day, and a bound on what
 * one search reads.
 */
record LogPeriod(Instant from, Instant until) {

  private static final Duration LONGEST = Duration.ofDays(366);

  Optional<Refusal> refuse() {
    if (until.isBefore(from)) {
      return Refusal.at("/until", ProblemCode.PERIOD_REVERSED).when(true);
    }
    return Refusal.at("/until", ProblemCode.LOG_PERIOD_TOO_LONG)
        .with("days", LONGEST.toDays())
        .when(until.isAfter(from.plus(LONGEST)));
  }
}
