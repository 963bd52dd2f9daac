package dk.genvej.access;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the policy on the grounds of today's relations. */
@Singleton
public class AccessControl {

  private final AccessRepository repository;

  AccessControl(AccessRepository repository) {
    this.repository = repository;
  }

  /**
   * @param courseId the course the verb is about; null for the citizen as a whole, where a relation
   *     to any of the citizen's courses counts
   */
  public void require(
      Actor actor, Verb verb, UUID citizenId, @Nullable UUID courseId, LocalDate today) {
    var standings = standings(actor, citizenId, courseId, today);
    switch (AccessPolicy.decide(standings, verb)) {
      case Decision.Allowed _ -> {}
      case Decision.Denied _ -> throw RefusalException.of(ProblemCode.VERB_NOT_ALLOWED);
    }
  }

  /** In which capacities the actor meets the citizen today. */
  public Set<Standing> standings(
      Actor actor, UUID citizenId, @Nullable UUID courseId, LocalDate today) {
    return repository
        .standings(actor.municipality(), actor.scopeKey(), citizenId, courseId, today)
        .stream()
        .map(row -> new Standing(Role.valueOf(row.role()), RelationKind.valueOf(row.relation())))
        .collect(Collectors.toUnmodifiableSet());
  }
}
