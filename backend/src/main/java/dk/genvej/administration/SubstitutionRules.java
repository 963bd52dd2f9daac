package dk.genvej.administration;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When one may stand in for another.
 *
 * <p>10 to 21 February overlaps 21 to 28 February, as both days belong to each: on the 21st two
 * people would hold the same tasks.
 */
final class SubstitutionRules {

  /** Who holds tasks and citizens of their own; nobody stands in for the others. */
  static final Set<Role> ROLES = Set.of(Role.THERAPIST, Role.VISITATOR, Role.COORDINATOR);

  private SubstitutionRules() {}

  /**
   * @param known those of either person in the role
   */
  static List<Refusal> judge(Substitution made, List<Substitution> known) {
    return Stream.of(role(made), period(made), away(made, known), twice(made, known))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Every reason against its ending with that day. */
  static Optional<Refusal> judgeEnd(Substitution standing, LocalDate last, LocalDate today) {
    if (last.isBefore(standing.fromDay())) {
      return Refusal.at("/until", ProblemCode.PERIOD_REVERSED).when(true);
    }
    return Refusal.of(ProblemCode.SUBSTITUTION_ENDED)
        .when(today.isAfter(standing.lastDay()) || !last.isBefore(standing.lastDay()));
  }

  private static Optional<Refusal> role(Substitution made) {
    return Refusal.at("/role", ProblemCode.BODY_INVALID).when(!ROLES.contains(made.role()));
  }

  private static Optional<Refusal> period(Substitution made) {
    return Refusal.at("/until", ProblemCode.PERIOD_REVERSED)
        .when(made.untilDay().isBefore(made.fromDay()));
  }

  private static Optional<Refusal> away(Substitution made, List<Substitution> known) {
    return Refusal.at("/substituteUserId", ProblemCode.SUBSTITUTE_IS_ABSENT)
        .when(
            made.substituteId().equals(made.absentId())
                || known.stream()
                    .anyMatch(
                        one -> one.absentId().equals(made.substituteId()) && one.overlaps(made)));
  }

  private static Optional<Refusal> twice(Substitution made, List<Substitution> known) {
    return Refusal.of(ProblemCode.SUBSTITUTION_OVERLAPS)
        .when(
            known.stream()
                .anyMatch(one -> one.absentId().equals(made.absentId()) && one.overlaps(made)));
  }
}
