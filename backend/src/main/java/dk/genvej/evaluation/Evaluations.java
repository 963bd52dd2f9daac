package dk.genvej.evaluation;

import dk.genvej.audit.Change;
import dk.genvej.http.Cursors;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evaluations found, kept in versions and told. */
@Singleton
class Evaluations {

  private final EvaluationRepository repository;

  Evaluations(EvaluationRepository repository) {
    this.repository = repository;
  }

  Evaluation find(Work work, UUID id) {
    return repository
        .find(work.municipality(), id)
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  Optional<Evaluation> twelveWeek(Work work, UUID courseId) {
    return repository.twelveWeek(work.municipality(), courseId);
  }

  Optional<UUID> courseOfReferral(Work work, UUID referralId) {
    return repository
        .courseOfReferral(work.municipality(), referralId)
        .map(EvaluationRepository.Found::id);
  }

  List<Evaluation> page(Work work, UUID courseId, Cursors after, int limit) {
    return repository.page(work.municipality(), courseId, after.value(), after.id(), limit);
  }

  Written add(Work work, String kind, Evaluation evaluation) {
    repository.save(evaluation);
    return tell(work, kind, evaluation, null);
  }

  /** The next version. */
  Written save(Work work, String kind, Evaluation evaluation, @Nullable String reason) {
    repository.update(evaluation);
    return tell(work, kind, evaluation, reason);
  }

  private static Written tell(
      Work work, String kind, Evaluation evaluation, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "evaluation",
            evaluation.id(),
            evaluation.version(),
            evaluation.citizenId(),
            evaluation.courseId(),
            evaluation.stamp().happenedAt(),
            reason));
    return new Written(evaluation.id(), evaluation.version());
  }
}
