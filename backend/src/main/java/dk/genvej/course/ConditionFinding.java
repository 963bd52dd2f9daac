package dk.genvej.course;

import static dk.genvej.shared.ProblemCode.DATE_IN_FUTURE;
import static dk.genvej.shared.ProblemCode.LEVEL_UNKNOWN;

import dk.genvej.citizen.FunctionalLevel;
import dk.genvej.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist found about one condition: the level now, and the level the course aims at. Now
 * may be 9, not relevant; nobody aims at that.
 */
public record ConditionFinding(
    UUID code, int level, @Nullable Integer expectedLevel, boolean inFocus, LocalDate on) {

  /** Every reason against recording it. */
  List<Refusal> refuse(List<FunctionalLevel> levels, LocalDate today) {
    var known = levels.stream().anyMatch(one -> one.number() == level);
    var aim = expectedLevel;
    var aimable =
        aim == null || levels.stream().anyMatch(one -> one.counts() && one.number() == aim);
    return Stream.of(
            Refusal.at("/level", LEVEL_UNKNOWN).when(!known),
            Refusal.at("/expectedLevel", LEVEL_UNKNOWN).when(!aimable),
            Refusal.at("/recordedOn", DATE_IN_FUTURE).with("today", today).when(on.isAfter(today)))
        .flatMap(Optional::stream)
        .toList();
  }
}
