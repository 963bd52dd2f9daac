package dk.genvej.tracking.delivery;

import dk.genvej.shared.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a receiver is left alone for a while after a group of answers: when it asked for it, or
 * when it took nothing at all. A receiver that took something is there.
 *
 * @param failures groups in a row of which it took nothing
 * @param until null when it is not left alone
 */
record Hold(int failures, @Nullable Instant until, @Nullable String reason) {

  /** Of a receiver, and of one version of its. */
  static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(10));

  /**
   * @param before failures so far
   */
  static Hold after(Collection<Answer> answers, int before, Instant now, double chance) {
    var later =
        answers.stream().filter(Answer.Later.class::isInstance).map(Answer.Later.class::cast);
    var worst = later.max(Comparator.comparing(one -> one.after().orElse(Duration.ZERO)));
    boolean there = answers.stream().anyMatch(one -> !(one instanceof Answer.Later));
    if (worst.isEmpty()) {
      return new Hold(0, null, null);
    }
    var asked = worst.get().after();
    if (there) {
      return new Hold(0, asked.map(now::plus).orElse(null), reason(worst, asked));
    }
    int failures = before + 1;
    return new Hold(
        failures, now.plus(BACK_OFF.after(failures, chance, asked)), worst.get().reason());
  }

  private static @Nullable String reason(Optional<Answer.Later> worst, Optional<Duration> asked) {
    return asked.isPresent() ? worst.map(Answer.Later::reason).orElse(null) : null;
  }
}
