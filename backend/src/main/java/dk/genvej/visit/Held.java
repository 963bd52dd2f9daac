package dk.genvej.visit;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;

import dk.genvej.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a visit went.
 *
 * @param at when it began
 */
public record Held(ContactType contactType, Instant at, BigDecimal minutes, @Nullable String note) {

  /** The same, begun at another time. */
  Held at(Instant begun) {
    return new Held(contactType, begun, minutes, note);
  }

  public Optional<Refusal> refuse(Instant now) {
    return Refusal.at("/heldAt", DATE_IN_FUTURE).when(at.isAfter(now));
  }
}
