package dk.genvej.citizen;

import dk.genvej.access.RelationKind;
import dk.genvej.audit.Change;
import dk.genvej.shared.Ids;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Opens and closes relations to a citizen; the citizen must be locked. */
@Singleton
public class CareRelations {

  private final CareRelationRepository repository;

  CareRelations(CareRelationRepository repository) {
    this.repository = repository;
  }

  /** From the day on, without an end. */
  public CareRelation open(
      Work work,
      UUID citizenId,
      @Nullable UUID courseId,
      RelationKind kind,
      UUID scopeId,
      LocalDate from) {
    return open(work, Ids.next(), citizenId, courseId, kind, scopeId, from);
  }

  /** As above, under an id the client made. */
  public CareRelation open(
      Work work,
      UUID id,
      UUID citizenId,
      @Nullable UUID courseId,
      RelationKind kind,
      UUID scopeId,
      LocalDate from) {
    var relation = relation(work, id, citizenId, courseId, kind, scopeId, from);
    repository.save(relation);
    tell(work, "CareRelationOpened", relation);
    return relation;
  }

  /** Many at once, of citizens as a whole. */
  void openAll(Work work, List<CareRelation> relations) {
    repository.saveAll(relations);
    relations.forEach(relation -> tell(work, "CareRelationOpened", relation));
  }

  static CareRelation relation(
      Work work,
      UUID id,
      UUID citizenId,
      @Nullable UUID courseId,
      RelationKind kind,
      UUID scopeId,
      LocalDate from) {
    return new CareRelation(
        work.municipality(),
        id,
        citizenId,
        courseId,
        kind,
        scopeId,
        from,
        null,
        work.actor().userId(),
        work.now(),
        1);
  }

  /** Ends what still holds on the day and matches; the day itself is the first without. */
  public void end(Work work, UUID citizenId, LocalDate day, Predicate<CareRelation> which) {
    ofCitizen(work, citizenId).stream()
        .filter(relation -> relation.outlasts(day))
        .filter(which)
        .forEach(relation -> end(work, relation, day));
  }

  public List<CareRelation> ofCitizen(Work work, UUID citizenId) {
    return repository.ofCitizen(work.municipality(), citizenId);
  }

  /** The serving units of several citizens, oldest first. */
  List<CareRelation> serving(Work work, List<UUID> citizens) {
    return repository.serving(work.municipality(), citizens);
  }

  /** The unit that serves the citizen on the day, if any. */
  public @Nullable UUID servingUnit(Work work, UUID citizenId, LocalDate day) {
    return ofCitizen(work, citizenId).stream()
        .filter(relation -> relation.kind() == RelationKind.SERVING && relation.covers(day))
        .map(CareRelation::scopeId)
        .findFirst()
        .orElse(null);
  }

  private void end(Work work, CareRelation relation, LocalDate day) {
    var ended = relation.endingBefore(day, work.actor().userId(), work.now());
    repository.update(ended);
    tell(work, "CareRelationEnded", ended);
  }

  private static void tell(Work work, String kind, CareRelation relation) {
    work.changed(
        new Change(
            kind,
            "care_relation",
            relation.id(),
            relation.version(),
            relation.citizenId(),
            relation.courseId(),
            work.recordedAt(),
            null));
  }
}
