package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ArrayText;
import dk.genvej.work.Records;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Courses as every package built on them meets them: locked, asked for, read, saved and told. */
@Singleton
public class Courses {

  private final CourseRepository repository;
  private final Records<Course> courses;

  Courses(CourseRepository repository) {
    this.repository = repository;
    this.courses = new Records<>("course", repository, Course::id, Course::citizenId, Course::id);
  }

  /** Locks the course's citizen, asks for the verb, and answers the course as it now stands. */
  public Course forWriting(Work work, UUID courseId, Verb verb) {
    var citizenId = work.lock("course", courseId);
    work.require(verb, citizenId, courseId);
    return find(work, courseId);
  }

  /** As above for a record of the course, for example a goal; {@code courseId} is found by it. */
  public Course ofRecord(Work work, UUID citizenId, UUID courseId, Verb verb) {
    work.lock(citizenId);
    work.require(verb, citizenId, courseId);
    return find(work, courseId);
  }

  /** Asks for the verb, and discloses the citizen. */
  public Course forReading(Work work, UUID courseId, Verb verb) {
    var course = find(work, courseId);
    work.require(verb, course.citizenId(), null);
    work.disclose(course.citizenId());
    return course;
  }

  /** Without asking; NOT_FOUND when absent or out of scope. */
  public Course find(Work work, UUID courseId) {
    return courses.get(work, courseId);
  }

  /** Those that are in scope, without asking. */
  public List<Course> all(Work work, Collection<UUID> ids) {
    return repository.all(work.municipality(), ArrayText.of(ids));
  }

  /** Where the citizen's courses stand, all of them. */
  List<CourseState> states(Work work, UUID citizenId) {
    return repository.ofCitizen(work.municipality(), citizenId).stream()
        .map(CourseRepository.Standing::state)
        .toList();
  }

  /** The first version of a course. */
  public Written add(Work work, Course course) {
    courses.add(work, course);
    return tell(work, "CourseReferred", course, null);
  }

  /**
   * The next version of a course.
   *
   * @param kind the event, in the past tense
   */
  public Written save(Work work, String kind, Course course, @Nullable String reason) {
    courses.save(work, course);
    return tell(work, kind, course, reason);
  }

  private static Written tell(Work work, String kind, Course course, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "course",
            course.id(),
            course.version(),
            course.citizenId(),
            course.id(),
            course.stamp().happenedAt(),
            reason));
    return new Written(course.id(), course.version());
  }
}
