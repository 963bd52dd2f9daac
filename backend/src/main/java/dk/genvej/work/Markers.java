package dk.genvej.work;

import dk.genvej.shared.ArrayText;
import dk.genvej.work.MarkerRepository.Found;
import dk.genvej.work.MarkerRepository.Owned;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The change numbers of citizens (docs/adr/0004). */
@Singleton
class Markers {

  private final MarkerRepository repository;

  Markers(MarkerRepository repository) {
    this.repository = repository;
  }

  /**
   * Finds whose record this is, waits for a concurrent writer about the same citizen, and raises
   * the number; empty when absent or, by row level security, out of scope.
   */
  Optional<UUID> raiseOf(String table, int municipality, UUID id) {
    var found =
        switch (table) {
          case "citizen" -> repository.citizen(municipality, id);
          case "referral" -> repository.referral(municipality, id);
          case "course" -> repository.course(municipality, id);
          case "goal" -> repository.goal(municipality, id);
          case "score" -> repository.score(municipality, id);
          case "visit" -> repository.visit(municipality, id);
          case "note" -> repository.note(municipality, id);
          case "pause" -> repository.pause(municipality, id);
          case "agreement" -> repository.agreement(municipality, id);
          case "registration" -> repository.registration(municipality, id);
          case "evaluation" -> repository.evaluation(municipality, id);
          case "follow_up" -> repository.followUp(municipality, id);
          case "task" -> repository.task(municipality, id);
          default -> throw noRecord(table);
        };
    return found.map(Found::citizenId);
  }

  /** Waits for a concurrent writer about the same citizen, then raises the number. */
  void raise(int municipality, UUID citizenId) {
    repository.raise(municipality, citizenId);
  }

  void open(int municipality, UUID citizenId) {
    repository.open(municipality, citizenId);
  }

  /** Whose records these are; absent and out of scope alike are left out. */
  Map<UUID, UUID> citizensOf(String table, int municipality, Collection<UUID> ids) {
    return owned(table, municipality, ArrayText.of(ids)).stream()
        .collect(Collectors.toMap(Owned::id, Owned::citizenId));
  }

  private List<Owned> owned(String table, int municipality, String ids) {
    return switch (table) {
      case "citizen" -> repository.citizens(municipality, ids);
      case "referral" -> repository.referrals(municipality, ids);
      case "course" -> repository.courses(municipality, ids);
      case "goal" -> repository.goals(municipality, ids);
      case "score" -> repository.scores(municipality, ids);
      case "visit" -> repository.visits(municipality, ids);
      case "note" -> repository.notes(municipality, ids);
      case "pause" -> repository.pauses(municipality, ids);
      case "agreement" -> repository.agreements(municipality, ids);
      case "registration" -> repository.registrations(municipality, ids);
      case "evaluation" -> repository.evaluations(municipality, ids);
      case "follow_up" -> repository.followUps(municipality, ids);
      case "task" -> repository.tasks(municipality, ids);
      default -> throw noRecord(table);
    };
  }

  private static IllegalArgumentException noRecord(String table) {
    return new IllegalArgumentException("no record of the field: " + table);
  }

  /** Locks and raises all of them, in the order of their ids. */
  void raiseAll(int municipality, Collection<UUID> citizens) {
    if (repository.raiseAll(municipality, ArrayText.of(citizens)) != citizens.size()) {
      throw new IllegalStateException("a citizen has a marker from birth");
    }
  }
}
