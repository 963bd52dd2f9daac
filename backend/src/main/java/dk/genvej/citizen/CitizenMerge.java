package dk.genvej.citizen;

import dk.genvej.access.RelationKind;
import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two records of one citizen become one: everything of the one that goes belongs to the one that
 * stays, unchanged, and the one that goes is a number and an id by which the citizen is still found
 * (R85, docs/adr/0023).
 */
@Singleton
class CitizenMerge {

  private final CitizenRepository citizens;
  private final MergeRepository repository;
  private final CareRelations relations;
  private final CprVault vault;
  private final List<MergeListener> listeners;

  CitizenMerge(
      CitizenRepository citizens,
      MergeRepository repository,
      CareRelations relations,
      CprVault vault,
      List<MergeListener> listeners) {
    this.citizens = citizens;
    this.repository = repository;
    this.relations = relations;
    this.vault = vault;
    this.listeners = listeners;
  }

  /**
   * @param stays the record that stays
   * @param goes the other of the same citizen
   */
  Written merge(Work work, UUID stays, UUID goes, String reason) {
    Stream.of(stays, goes).sorted().forEach(id -> work.lock("citizen", id));
    var staying = known(work, stays);
    var gone = known(work, goes);
    if (staying.id().equals(gone.id())) {
      throw RefusalException.of(Refusal.at("/mergedId", ProblemCode.MERGE_OF_ONE));
    }
    requireOnePerson(staying, gone);
    listeners.forEach(listener -> listener.merging(work, gone, staying));
    var ending = ending(work, gone, staying);
    move(work, gone, staying, reason);
    relations.end(work, staying.id(), work.today(), one -> ending.contains(one.id()));
    var next = Citizens.merged(staying, gone, work.stamp(null));
    citizens.update(next);
    work.discloseAll(List.of(staying.id(), gone.id()));
    return CitizenService.tell(work, "CitizenMerged", next, reason);
  }

  private Citizen known(Work work, UUID id) {
    var citizen = citizens.find(work.municipality(), id).orElseThrow();
    work.require(Verb.MERGE, citizen.id(), null);
    return citizen;
  }

  /** Two real numbers of different birth dates are two people, until one turns out to be wrong. */
  private void requireOnePerson(Citizen staying, Citizen gone) {
    if (!staying.birthDate().equals(gone.birthDate())
        && !vault.open(staying).replacement()
        && !vault.open(gone).replacement()) {
      throw RefusalException.of(Refusal.at("/mergedId", ProblemCode.MERGE_OF_TWO_PEOPLE));
    }
  }

  /**
   * What cannot hold beside what the staying record says of the same: its care area, and who serves
   * the citizen.
   */
  private Set<UUID> ending(Work work, Citizen gone, Citizen staying) {
    Predicate<CareRelation> holds = one -> one.outlasts(work.today());
    var served =
        relations.ofCitizen(work, staying.id()).stream()
            .filter(holds)
            .anyMatch(one -> one.kind() == RelationKind.SERVING);
    var kinds =
        served
            ? Set.of(RelationKind.AREA, RelationKind.SERVING, RelationKind.CONTACT)
            : Set.of(RelationKind.AREA);
    return relations.ofCitizen(work, gone.id()).stream()
        .filter(holds)
        .filter(one -> kinds.contains(one.kind()))
        .map(CareRelation::id)
        .collect(Collectors.toSet());
  }

  private void move(Work work, Citizen gone, Citizen staying, String reason) {
    var stamp = work.stamp(null);
    repository
        .merge(
            work.municipality(),
            gone.id(),
            staying.id(),
            stamp.happenedAt(),
            stamp.recordedAt(),
            stamp.receivedAt(),
            stamp.authorId(),
            stamp.deviceId(),
            stamp.mutationId())
        .stream()
        .sorted(Comparator.comparing(MergeRepository.Gone::id))
        .forEach(
            one ->
                work.changed(
                    new Change(
                        "CitizenMergedIntoAnother",
                        "citizen",
                        one.id(),
                        one.version(),
                        one.id(),
                        null,
                        stamp.happenedAt(),
                        reason)));
  }
}
