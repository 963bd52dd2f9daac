package dk.genvej.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may correct or annul an entry (R82): its author for 24 hours, afterwards a coordinator,
 * always with a reason, and once annulled nobody.
 *
 * <p>The day counts from when the server received the entry, not from the tablet's clock: an entry
 * uploaded two days late can still be mended by the one who made it. Recorded 08:00 and received
 * 12:00 on Monday, it is the author's until 12:00 on Tuesday, that instant included.
 */
public record Mending(UUID author, Instant received, boolean annulled) {

  /** Setting {@code correction.author-hours}. */
  public static final Duration AUTHORS_TIME = Duration.ofHours(24);

  /** Every reason against, or none. */
  public List<Refusal> refuse(
      UUID actor, Role role, Instant now, Duration authorsTime, String reason) {
    if (annulled) {
      return List.of(Refusal.of(ProblemCode.ALREADY_ANNULLED));
    }
    var refusals = new ArrayList<Refusal>();
    if (role != Role.COORDINATOR) {
      refuseAuthor(actor, now, authorsTime).ifPresent(refusals::add);
    }
    if (reason.isBlank()) {
      refusals.add(Refusal.at("/reason", ProblemCode.BODY_INVALID));
    }
    return refusals;
  }

  private Optional<Refusal> refuseAuthor(UUID actor, Instant now, Duration authorsTime) {
    if (!actor.equals(author)) {
      return Refusal.of(ProblemCode.NOT_THE_AUTHOR).when(true);
    }
    return Refusal.of(ProblemCode.CORRECTION_TOO_LATE)
        .with("hours", authorsTime.toHours())
        .when(now.isAfter(received.plus(authorsTime)));
  }
}
