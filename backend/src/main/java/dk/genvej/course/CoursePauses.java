package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Use cases about the rests of a course. Its state is PAUSED exactly while an open pause covers
 * today; a pause entered when it is over changes no state, and none moves due (R14, O16).
 */
@Singleton
public class CoursePauses {

  private final Courses courses;
  private final RecordedPauseRepository repository;
  private final Mend mend;

  CoursePauses(Courses courses, RecordedPauseRepository repository, Mend mend) {
    this.courses = courses;
    this.repository = repository;
    this.mend = mend;
  }

  public Written pause(Work work, UUID courseId, UUID pauseId, Pause pause, @Nullable String text) {
    var course = courses.forWriting(work, courseId, Verb.PAUSE);
    // One that is over is welcome in a course that rests: the state it asks for is no step.
    if (pause.open() || course.state() != CourseState.PAUSED) {
      RefusalException.valueOf(CourseTransitions.next(course.state(), CourseAction.PAUSE));
    }
    refuse(standing(work, courseId).refuseOpening(pause).stream().toList());
    refuse(pause.refuse(course.requireStart(), work.today()));
    var recorded =
        new RecordedPause(
            work.municipality(),
            pauseId,
            course.citizenId(),
            courseId,
            pause.from(),
            pause.home(),
            pause.reason(),
            text,
            null,
            null,
            null,
            1,
            work.stamp(null));
    repository.save(recorded);
    if (pause.covers(work.today())) {
      step(work, course, CourseAction.PAUSE, "CoursePaused");
    }
    return tell(work, "PauseRecorded", recorded, null);
  }

  /** The day home is no pause day. */
  public Written end(Work work, UUID courseId, UUID pauseId, LocalDate home) {
    var course = courses.forWriting(work, courseId, Verb.PAUSE);
    var current = find(work, courseId, pauseId);
    if (!current.stands()) {
      throw RefusalException.of(ProblemCode.RECORD_ANNULLED);
    }
    RefusalException.valueOf(CourseTransitions.next(course.state(), CourseAction.RESUME));
    refuse(current.pause().refuseEnd(home, work.today()).stream().toList());
    var ended = current.ended(home, work.stamp(null));
    repository.update(ended);
    resumeUnlessResting(work, course);
    return tell(work, "PauseEnded", ended, null);
  }

  /** Entered in error; the state follows (R82). */
  public Written annul(Work work, UUID courseId, UUID pauseId, String reason) {
    var course = courses.forWriting(work, courseId, Verb.MEND);
    var current = find(work, courseId, pauseId);
    mend.require(work, current.stamp(), current.annulledAt(), reason);
    var annulled = current.annulled(work.now(), work.actor().userId(), reason);
    repository.update(annulled);
    resumeUnlessResting(work, course);
    return tell(work, "PauseAnnulled", annulled, reason);
  }

  /** Every pause of the course, annulled ones among them. */
  public List<RecordedPause> ofCourse(Work work, UUID courseId) {
    return repository.ofCourse(work.municipality(), courseId);
  }

  /** As above, of several courses. */
  public List<RecordedPause> ofCourses(Work work, Collection<UUID> courseIds) {
    return repository.ofCourses(work.municipality(), ArrayText.of(courseIds));
  }

  /** Those that count. */
  Pauses standing(Work work, UUID courseId) {
    return standing(ofCourse(work, courseId));
  }

  /** Those of them that count. */
  public static Pauses standing(List<RecordedPause> recorded) {
    return new Pauses(
        recorded.stream().filter(RecordedPause::stands).map(RecordedPause::pause).toList());
  }

  private void resumeUnlessResting(Work work, Course course) {
    var resting = standing(work, course.id()).openOn(work.today());
    if (course.state() == CourseState.PAUSED && !resting) {
      step(work, course, CourseAction.RESUME, "CourseResumed");
    }
  }

  private void step(Work work, Course course, CourseAction action, String kind) {
    var state = RefusalException.valueOf(CourseTransitions.next(course.state(), action));
    courses.save(work, kind, course.next(work.stamp(null)).state(state).build(), null);
  }

  private RecordedPause find(Work work, UUID courseId, UUID pauseId) {
    return ofCourse(work, courseId).stream()
        .filter(one -> one.id().equals(pauseId))
        .findFirst()
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  private static void refuse(List<Refusal> refusals) {
    RefusalException.throwIfAny(refusals);
  }

  private static Written tell(
      Work work, String kind, RecordedPause pause, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "pause",
            pause.id(),
            pause.version(),
            pause.citizenId(),
            pause.courseId(),
            pause.stamp().happenedAt(),
            reason));
    return new Written(pause.id(), pause.version());
  }
}
