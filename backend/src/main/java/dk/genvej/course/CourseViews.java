package dk.genvej.course;

import dk.genvej.api.model.Category;
import dk.genvej.api.model.CourseState;
import dk.genvej.api.model.EvaluationState;
import dk.genvej.api.model.EvaluationSummary;
import dk.genvej.api.model.GoalCount;
import dk.genvej.api.model.LegalBasis;
import dk.genvej.api.model.NotComputableReason;
import dk.genvej.api.model.ReferralKind;
import dk.genvej.api.model.Review;
import dk.genvej.api.model.StopReason;
import dk.genvej.citizen.CitizenService;
import dk.genvej.citizen.CitizenViews;
import dk.genvej.http.Refs;
import dk.genvej.referral.HelpFigures;
import dk.genvej.referral.RecordedHelp;
import dk.genvej.referral.Referrals;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The course as the API shows it, with everything that belongs to its life. */
@Singleton
class CourseViews {

  private final CitizenService citizens;
  private final Referrals referrals;
  private final HelpFigures figures;
  private final CoursePauses pauses;
  private final PauseViews rests;
  private final CoursePartRepository parts;
  private final CourseHolders holders;
  private final PlanViews plans;
  private final Refs refs;

  CourseViews(
      CitizenService citizens,
      Referrals referrals,
      HelpFigures figures,
      CoursePauses pauses,
      PauseViews rests,
      CoursePartRepository parts,
      CourseHolders holders,
      PlanViews plans,
      Refs refs) {
    this.citizens = citizens;
    this.referrals = referrals;
    this.figures = figures;
    this.pauses = pauses;
    this.rests = rests;
    this.parts = parts;
    this.holders = holders;
    this.plans = plans;
    this.refs = refs;
  }

  dk.genvej.api.model.Course whole(Work work, Course course) {
    var recorded = pauses.ofCourse(work, course.id());
    var view = frame(work, course, recorded);
    showDates(view, course);
    showEnd(work, view, course);
    showActiveDays(work, view, course, recorded);
    view.setPlan(plans.plan(work, course.id()));
    parts
        .twelveWeeks(work.municipality(), course.id())
        .ifPresent(one -> view.setEvaluation(summary(one)));
    figures.of(work, course.referralId()).forEach(help -> show(view, help));
    showOutcome(view, course);
    return view;
  }

  private dk.genvej.api.model.Course frame(Work work, Course course, List<RecordedPause> recorded) {
    return new dk.genvej.api.model.Course(
        course.id(),
        course.version(),
        CitizenViews.ref(citizens.find(work, course.citizenId())),
        refs.unit(work, course.careAreaId()),
        course.referralId(),
        ReferralKind.fromValue(referrals.find(work, course.referralId()).kind().name()),
        LegalBasis.fromValue(course.legalBasis().name()),
        CourseState.fromValue(course.state().name()),
        course.referredOn(),
        refs.user(work, course.therapistId()),
        refs.user(work, course.tovholderId()),
        holders.assignments(work, course),
        plans.conditions(work, course.id()),
        plans.grants(work, course.id()),
        rests.all(work, course, recorded),
        pausedDays(work, course, recorded),
        goals(work, course.id()),
        refs.stamp(work, course.stamp()));
  }

  private static void showDates(dk.genvej.api.model.Course view, Course course) {
    view.setStartedOn(course.startedOn());
    view.setDueOn(course.dueOn());
    view.setEvaluatedOn(course.evaluatedOn());
    view.setCompletedOn(course.completedOn());
    view.setStoppedOn(course.stoppedOn());
  }

  private void showEnd(Work work, dk.genvej.api.model.Course view, Course course) {
    var reason = course.stopReason();
    view.setStopReason(reason == null ? null : StopReason.fromValue(reason.name()));
    view.setStopText(course.stopText());
    view.setStopWeek(course.stopWeek());
    view.setLapsedReason(course.lapseReason());
    view.setAnnulled(
        refs.annulment(work, course.annulledAt(), course.annulledBy(), course.annulledReason()));
    if (course.reviewedAt() != null && course.reviewedBy() != null) {
      view.setReview(
          new Review(refs.user(work, course.reviewedBy()), Refs.time(course.reviewedAt()))
              .comment(course.reviewComment()));
    }
  }

  private static void showOutcome(dk.genvej.api.model.Course view, Course course) {
    if (course.category() != null) {
      view.setCategory(Category.fromValue(course.category()));
    }
    if (course.categoryReason() != null) {
      view.setNotComputableReason(NotComputableReason.fromValue(course.categoryReason()));
    }
    view.setDegreeOfHelp(course.degreeOfHelp());
    view.setSavedMinutes(course.savedMinutes());
  }

  private static void show(dk.genvej.api.model.Course view, RecordedHelp help) {
    switch (help.moment()) {
      case BEFORE -> view.setBefore(HelpFigures.view(help));
      case SHADOW -> view.setShadow(HelpFigures.view(help));
      case AFTER -> view.setAfter(HelpFigures.view(help));
      case FOLLOW_UP -> {}
    }
  }

  private static void showActiveDays(
      Work work, dk.genvej.api.model.Course view, Course course, List<RecordedPause> recorded) {
    if (course.startedOn() != null) {
      view.setActiveDays(
          CoursePauses.standing(recorded)
              .activeDays(schedule(course), course.lastDay(work.today())));
    }
  }

  private static int pausedDays(Work work, Course course, List<RecordedPause> recorded) {
    return course.startedOn() == null
        ? 0
        : CoursePauses.standing(recorded)
            .daysBeforeDue(schedule(course), course.lastDay(work.today()));
  }

  /** By the length the course got at its start. */
  private static CourseSchedule schedule(Course course) {
    var length = (int) ChronoUnit.DAYS.between(course.requireStart(), course.requireDue());
    return new CourseSchedule(course.requireStart(), CourseRules.DEFAULTS.lasting(length));
  }

  private GoalCount goals(Work work, UUID courseId) {
    var count = parts.goals(work.municipality(), courseId);
    return new GoalCount(
        count.total(), count.open(), count.achieved(), count.partly(), count.notAchieved());
  }

  private static EvaluationSummary summary(CoursePartRepository.TwelveWeeks one) {
    return new EvaluationSummary(one.id(), EvaluationState.fromValue(one.state()), one.dueOn())
        .evaluatedOn(one.evaluatedOn())
        .onTime(one.timely());
  }
}
