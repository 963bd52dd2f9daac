package dk.genvej.visit;

import static dk.genvej.shared.ProblemCode.VISIT_PLANNED_IN_PAST;

import dk.genvej.shared.Refusal;
import dk.genvej.shared.Time;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When and how a visit is to be. */
public record Planned(ContactType contactType, Instant at, BigDecimal minutes) {

  /**
   * By the day and not the minute: a plan made on the road at ten for eleven may be received at
   * noon.
   */
  public Optional<Refusal> refuse(LocalDate today) {
    return Refusal.at("/plannedAt", VISIT_PLANNED_IN_PAST).when(Time.dayOf(at).isBefore(today));
  }
}
