package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases about the end of a course, other than its completion. */
@Singleton
public class CourseEnding {

  private final Courses courses;
  private final CourseProgress progress;
  private final List<CourseListener> listeners;

  CourseEnding(Courses courses, CourseProgress progress, List<CourseListener> listeners) {
    this.courses = courses;
    this.progress = progress;
    this.listeners = listeners;
  }

  /** After the start: a dropout, in the week of the course it happened (R13, R40). */
  public Written stop(Work work, UUID courseId, Stop stop) {
    var course = courses.forWriting(work, courseId, Verb.STOP);
    var state = progress.require(course, CourseAction.STOP);
    RefusalException.throwIfAny(stop.refuse(course.requireStart(), work.today()));
    var week = WeekNumber.of(course.requireStart(), stop.on()).value();
    var stopped =
        course
            .next(work.stamp(null))
            .state(state)
            .stopped(stop.on(), stop.reason(), stop.text().isBlank() ? null : stop.text(), week)
            .build();
    var written = courses.save(work, "CourseStopped", stopped, null);
    progress.endCourseArea(work, course.citizenId(), courseId);
    listeners.forEach(listener -> listener.stopped(work, stopped));
    return written;
  }

  /** Before the start; no dropout (O14). */
  public Written lapse(Work work, UUID courseId, String reason) {
    var course = courses.forWriting(work, courseId, Verb.LAPSE);
    var state = progress.require(course, CourseAction.LAPSE);
    var lapsed = course.next(work.stamp(null)).state(state).lapsed(reason).build();
    var written = courses.save(work, "CourseLapsed", lapsed, null);
    progress.endCourseArea(work, course.citizenId(), courseId);
    return written;
  }

  /** The coordinator's signature, once (R38). */
  public Written review(Work work, UUID courseId, @Nullable String comment) {
    var course = courses.forWriting(work, courseId, Verb.SIGN);
    var state = progress.require(course, CourseAction.REVIEW);
    var reviewed =
        course
            .next(work.stamp(null))
            .state(state)
            .reviewed(work.now(), work.actor().userId(), comment)
            .build();
    return courses.save(work, "CourseReviewed", reviewed, null);
  }

  /** Entered in error: it stays to be seen, struck through, and is in no figure (R82). */
  public Written annul(Work work, UUID courseId, String reason) {
    var course = courses.forWriting(work, courseId, Verb.ANNUL_COURSE);
    var state = progress.require(course, CourseAction.ANNUL);
    var annulled =
        course
            .next(work.stamp(null))
            .state(state)
            .annulled(work.now(), work.actor().userId(), reason)
            .build();
    var written = courses.save(work, "CourseAnnulled", annulled, reason);
    progress.endCourseArea(work, course.citizenId(), courseId);
    listeners.forEach(listener -> listener.annulled(work, annulled));
    return written;
  }
}
