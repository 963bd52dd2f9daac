package dk.genvej.access;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  /** Asks on the grounds of what {@link #meetings} answered for the citizen. */
  public static void require(List<Meeting> meetings, Verb verb, @Nullable UUID courseId) {
    require(standings(meetings, courseId), verb);
  }

  /** Asks on the grounds of what {@link #standings} answered. */
  public static void require(Set<Standing> standings, Verb verb) {
    switch (AccessPolicy.decide(standings, verb)) {
      case Decision.Allowed _ -> {}
      case Decision.Denied _ -> throw RefusalException.of(ProblemCode.VERB_NOT_ALLOWED);
    }
  }

  /** In which capacity an actor meets a citizen, and by which course if by one. */
  public record Meeting(Standing standing, @Nullable UUID courseId) {

    boolean about(@Nullable UUID course) {
      return courseId == null || course == null || courseId.equals(course);
    }
  }

  /**
   * In which capacities the actor meets each of these citizens today.
   *
   * @param citizens the text of an array
   */
  public Map<UUID, List<Meeting>> meetings(Actor actor, String citizens, LocalDate today) {
    return byCitizen(repository.meetings(actor.municipality(), actor.scopeKey(), citizens, today));
  }

  /**
   * As {@link #meetings} by relations that have ended since a day; for a therapist also by one that
   * still stands, as the role may be what is gone.
   */
  public Map<UUID, List<Meeting>> past(
      Actor actor, String citizens, LocalDate since, LocalDate today) {
    return byCitizen(
        repository.past(
            actor.municipality(), actor.scopeKey(), actor.userId(), citizens, since, today));
  }

  /**
   * @param verb null when it is not known what was tried
   */
  public static boolean allowed(
      List<Meeting> meetings, @Nullable Verb verb, @Nullable UUID courseId) {
    var standings = standings(meetings, courseId);
    return verb == null
        ? !standings.isEmpty()
        : AccessPolicy.decide(standings, verb) instanceof Decision.Allowed;
  }

  private static Set<Standing> standings(List<Meeting> meetings, @Nullable UUID courseId) {
    return meetings.stream()
        .filter(one -> one.about(courseId))
        .map(Meeting::standing)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<UUID, List<Meeting>> byCitizen(List<AccessRepository.MeetingRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                AccessRepository.MeetingRow::citizenId,
                Collectors.mapping(AccessControl::meeting, Collectors.toList())));
  }

  private static Meeting meeting(AccessRepository.MeetingRow row) {
    return new Meeting(
        new Standing(Role.valueOf(row.role()), RelationKind.valueOf(row.relation())),
        row.courseId());
  }

  /**
   * In which capacities the actor meets the citizen today.
   *
   * @param courseId the course it is about; null for the citizen as a whole, where a relation to
   *     any of the citizen's courses counts
   */
  public Set<Standing> standings(
      Actor actor, UUID citizenId, @Nullable UUID courseId, LocalDate today) {
    return repository
        .standings(actor.municipality(), actor.scopeKey(), citizenId, courseId, today)
        .stream()
        .map(row -> new Standing(Role.valueOf(row.role()), RelationKind.valueOf(row.relation())))
        .collect(Collectors.toUnmodifiableSet());
  }
}
