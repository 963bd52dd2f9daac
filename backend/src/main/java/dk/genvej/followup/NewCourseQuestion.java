package dk.genvej.followup;

import dk.genvej.course.Course;
import dk.genvej.evaluation.AfterListener;
import dk.genvej.referral.Help;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Asks the visitator of a course to consider a new one, when a follow-up or a corrected after shows
 * that more help is granted than after.
 */
@Singleton
class NewCourseQuestion implements AfterListener {

  private final FollowUps followUps;
  private final FollowUpHelp helps;
  private final Tasks tasks;

  NewCourseQuestion(FollowUps followUps, FollowUpHelp helps, Tasks tasks) {
    this.followUps = followUps;
    this.helps = helps;
    this.tasks = tasks;
  }

  @Override
  public void afterCorrected(Work work, Course course) {
    ask(work, course);
  }

  /** Judges every follow-up recorded so far, in their order. */
  void ask(Work work, Course course) {
    var granted = granted(work, course);
    if (helps.after(work, course).filter(after -> raised(granted, after)).isPresent()) {
      tasks.raise(work, TaskKind.CONSIDER_NEW_COURSE, course.citizenId(), course.id());
    }
  }

  private static boolean raised(List<Help.Assessed> granted, Help.Assessed after) {
    for (int i = 0; i < granted.size(); i++) {
      if (ConsiderNewCourse.raisedBy(granted.get(i), after, granted.subList(0, i))) {
        return true;
      }
    }
    return false;
  }

  private List<Help.Assessed> granted(Work work, Course course) {
    var figures = helps.byFollowUp(work, course);
    return followUps.ofCourse(work, course.id()).stream()
        .filter(one -> one.state() == FollowUpState.RECORDED)
        .flatMap(one -> Optional.ofNullable(figures.get(one.id())).stream())
        .flatMap(one -> FollowUpHelp.assessed(one.help()).stream())
        .toList();
  }
}
