package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.STOP_BEFORE_START;
import static dk.genvej.shared.ProblemCode.STOP_NEEDS_TEXT;

import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The end of a course that was never completed. On the start day it is a stop too (O16). */
public record Stop(LocalDate on, StopReason reason, String text) {

  public List<Refusal> refuse(LocalDate start, LocalDate today) {
    return Stream.of(refuseDay(start, today), refuseText()).flatMap(Optional::stream).toList();
  }

  private Optional<Refusal> refuseDay(LocalDate start, LocalDate today) {
    return Refusal.at("/stoppedOn", DATE_IN_FUTURE)
        .with("today", today)
        .when(on.isAfter(today))
        .or(
            () ->
                Refusal.at("/stoppedOn", STOP_BEFORE_START)
                    .with("start", start)
                    .when(on.isBefore(start)));
  }

  private Optional<Refusal> refuseText() {
    return Refusal.at("/text", STOP_NEEDS_TEXT).when(reason.needsText() && text.isBlank());
  }
}
