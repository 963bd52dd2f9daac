package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.citizen.CareRelations;
import dk.genvej.citizen.CitizenService;
import dk.genvej.referral.HelpFigures;
import dk.genvej.referral.HelpMoment;
import dk.genvej.referral.RecordedHelp;
import dk.genvej.settings.Settings;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Use cases about the first day of a course. */
@Singleton
public class CourseStart {

  private final Courses courses;
  private final CoursePartRepository parts;
  private final HelpFigures figures;
  private final CitizenService citizens;
  private final CareRelations relations;
  private final Settings settings;
  private final List<CourseListener> listeners;

  CourseStart(
      Courses courses,
      CoursePartRepository parts,
      HelpFigures figures,
      CitizenService citizens,
      CareRelations relations,
      Settings settings,
      List<CourseListener> listeners) {
    this.courses = courses;
    this.parts = parts;
    this.figures = figures;
    this.citizens = citizens;
    this.relations = relations;
    this.settings = settings;
    this.listeners = listeners;
  }

  /** The course starts when its plan stands; all that is missing is told at once (R2, R27). */
  public Written activate(Work work, UUID courseId, LocalDate startedOn) {
    var course = courses.forWriting(work, courseId, Verb.PLAN);
    var state =
        RefusalException.valueOf(CourseTransitions.next(course.state(), CourseAction.ACTIVATE));
    var rules = CourseRules.of(settings.today(work));
    RefusalException.throwIfAny(check(work, course).refuse(startedOn, work.today(), rules));
    var started =
        course
            .next(work.stamp(null))
            .state(state)
            .started(startedOn, new CourseSchedule(startedOn, rules).due())
            .frozen(
                citizens.find(work, course.citizenId()).flags().livesAlone(),
                relations.servingUnit(work, course.citizenId(), startedOn))
            .build();
    var written = courses.save(work, "CourseActivated", started, null);
    listeners.forEach(listener -> listener.started(work, started));
    return written;
  }

  /**
   * A first day that was wrong; due moves with it, by the length the course was given, and so does
   * the week of a stop. It is the coordinator's to mend a course as a whole (O3, R82).
   */
  public Written correctStart(Work work, UUID courseId, LocalDate startedOn, String reason) {
    var course = courses.forWriting(work, courseId, Verb.ANNUL_COURSE);
    requireStarted(course);
    CourseSchedule.refuseCorrectedStart(
            startedOn, work.today(), parts.firstHappening(work.municipality(), courseId).day())
        .ifPresent(
            no -> {
              throw RefusalException.of(no);
            });
    var length = (int) ChronoUnit.DAYS.between(course.requireStart(), course.requireDue());
    var rules = CourseRules.of(settings.today(work)).lasting(length);
    var schedule = new CourseSchedule(startedOn, rules);
    var next = course.next(work.stamp(null)).started(startedOn, schedule.due());
    moveStopWeek(course, next, schedule);
    var corrected = next.build();
    var written = courses.save(work, "CourseStartCorrected", corrected, reason);
    listeners.forEach(listener -> listener.startCorrected(work, corrected));
    return written;
  }

  private ActivationCheck check(Work work, Course course) {
    var readiness = parts.readiness(work.municipality(), course.id());
    return new ActivationCheck(
        Objects.requireNonNullElse(readiness.citizensWords(), ""),
        readiness.agreedGoals(),
        readiness.conditionsInFocus(),
        figures
            .find(work, course.referralId(), HelpMoment.SHADOW)
            .map(RecordedHelp::help)
            .orElse(null));
  }

  private static void requireStarted(Course course) {
    if (course.state() == CourseState.ANNULLED) {
      throw RefusalException.of(ProblemCode.COURSE_CLOSED);
    }
    if (course.startedOn() == null) {
      throw RefusalException.of(ProblemCode.COURSE_NOT_STARTED);
    }
  }

  private static void moveStopWeek(Course course, CourseVersion next, CourseSchedule schedule) {
    var day = course.stoppedOn();
    var reason = course.stopReason();
    if (day != null && reason != null) {
      next.stopped(day, reason, course.stopText(), schedule.weekOf(day).value());
    }
  }
}
