package dk.genvej.followup;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.Ids;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks of visitators: raised once, completed once. */
@Singleton
public class Tasks {

  private final TaskRepository repository;

  Tasks(TaskRepository repository) {
    this.repository = repository;
  }

  /**
   * Asks the visitator once: a second cause, and one that came after the task was done, raises none
   * (R32). The citizen must be locked.
   *
   * @param courseId null where it is about the citizen as a whole
   * @return whether it is asked now
   */
  public boolean raise(Work work, TaskKind kind, UUID citizenId, @Nullable UUID courseId) {
    if (repository.raised(work.municipality(), citizenId, courseId, kind.name()).isPresent()) {
      return false;
    }
    var task =
        new Task(
            work.municipality(),
            Ids.next(),
            citizenId,
            courseId,
            kind,
            TaskState.OPEN,
            work.today(),
            null,
            null,
            1,
            work.stamp(null));
    repository.save(task);
    tell(work, "TaskRaised", task);
    return true;
  }

  /** Says what was decided, and changes nothing else. */
  public Written complete(Work work, UUID id, String outcome) {
    var citizenId = work.lock("task", id);
    work.require(Verb.DECIDE, citizenId, null);
    var task = repository.find(work.municipality(), id).orElseThrow();
    if (task.state() == TaskState.DONE) {
      throw RefusalException.of(ProblemCode.TASK_ALREADY_DONE);
    }
    return complete(work, task, outcome);
  }

  /** What two records of one citizen were asked is asked once. */
  void completeAskedTwice(Work work, UUID gone, UUID staying) {
    repository
        .askedTwice(work.municipality(), gone, staying)
        .forEach(
            task -> complete(work, task, "Borgerens registreringer er lagt sammen: spurgt før."));
  }

  private Written complete(Work work, Task task, String outcome) {
    var done = task.done(work.today(), outcome, work.stamp(null));
    repository.update(done);
    return tell(work, "TaskCompleted", done);
  }

  private static Written tell(Work work, String kind, Task task) {
    work.changed(
        new Change(
            kind,
            "task",
            task.id(),
            task.version(),
            task.citizenId(),
            task.courseId(),
            task.stamp().happenedAt(),
            null));
    return new Written(task.id(), task.version());
  }
}
