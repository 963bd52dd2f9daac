package dk.genvej.followup;

import dk.genvej.audit.Change;
import dk.genvej.course.Course;
import dk.genvej.http.Cursors;
import dk.genvej.shared.Ids;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follow-ups found, kept in versions and told. */
@Singleton
public class FollowUps {

  private final FollowUpRepository repository;

  FollowUps(FollowUpRepository repository) {
    this.repository = repository;
  }

  /**
   * There is nothing to follow up any more: the citizen is known to be dead, to have moved away or
   * to live in a nursing home (O16). What is recorded stays. The citizen must be locked.
   */
  public void cancelOfCitizen(Work work, UUID citizenId) {
    repository.dueOfCitizen(work.municipality(), citizenId).forEach(one -> cancel(work, one));
  }

  void cancelOfCourse(Work work, UUID courseId) {
    ofCourse(work, courseId).stream()
        .filter(one -> one.state() == FollowUpState.DUE)
        .forEach(one -> cancel(work, one));
  }

  void plan(Work work, Course course, FollowUpDates dates) {
    for (var due : dates.all()) {
      var planned = FollowUp.due(Ids.next(), course, due, work.stamp(null));
      repository.save(planned);
      tell(work, "FollowUpPlanned", planned, null);
    }
  }

  FollowUp find(Work work, UUID id) {
    return repository
        .find(work.municipality(), id)
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  List<FollowUp> ofCourse(Work work, UUID courseId) {
    return repository.ofCourse(work.municipality(), courseId);
  }

  List<FollowUp> page(Work work, UUID courseId, Cursors after, int limit) {
    return repository.page(work.municipality(), courseId, after.value(), after.id(), limit);
  }

  /** The next version. */
  Written save(Work work, String kind, FollowUp followUp, @Nullable String reason) {
    repository.update(followUp);
    return tell(work, kind, followUp, reason);
  }

  private void cancel(Work work, FollowUp followUp) {
    save(work, "FollowUpCancelled", followUp.cancelled(work.stamp(null)), null);
  }

  private static Written tell(Work work, String kind, FollowUp followUp, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "follow_up",
            followUp.id(),
            followUp.version(),
            followUp.citizenId(),
            followUp.courseId(),
            followUp.stamp().happenedAt(),
            reason));
    return new Written(followUp.id(), followUp.version());
  }
}
