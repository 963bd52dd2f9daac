package dk.genvej.agreement;

import static dk.genvej.shared.ProblemCode.PERIOD_REVERSED;

import dk.genvej.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed.
 *
 * @param unitId the care team or supplier that does it, when it is one
 * @param until the last day
 */
public record AgreementTerms(
    ActorRole actorRole,
    @Nullable UUID unitId,
    String action,
    BigDecimal timesPerWeek,
    LocalDate from,
    LocalDate until) {

  public Optional<Refusal> refuse() {
    return Refusal.at("/until", PERIOD_REVERSED).when(until.isBefore(from));
  }
}
