package dk.genvej.followup;

import dk.genvej.access.Verb;
import dk.genvej.api.model.HelpFigureDraft;
import dk.genvej.course.Course;
import dk.genvej.course.Courses;
import dk.genvej.course.Mend;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Use cases of the visitator's follow-ups (R32, R78). */
@Singleton
public class FollowUpService {

  private final FollowUps followUps;
  private final FollowUpHelp helps;
  private final NewCourseQuestion question;
  private final Courses courses;
  private final Mend mend;

  FollowUpService(
      FollowUps followUps,
      FollowUpHelp helps,
      NewCourseQuestion question,
      Courses courses,
      Mend mend) {
    this.followUps = followUps;
    this.helps = helps;
    this.question = question;
    this.courses = courses;
    this.mend = mend;
  }

  /** Stores the help granted then, and asks to consider a new course if it is more than after. */
  public Written record(
      Work work, UUID id, LocalDate heldOn, HelpFigureDraft draft, FollowUpResult result) {
    work.lock("follow_up", id);
    var current = followUps.find(work, id);
    var course = courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.DECIDE);
    requireNext(current, FollowUpAction.RECORD);
    requireHeld(work, course, current, heldOn);
    var granted = helps.judge(work, draft, heldOn);
    var recorded = current.recorded(heldOn, result, work.stamp(null));
    var written = followUps.save(work, "FollowUpRecorded", recorded, null);
    helps.record(work, course, current, granted, heldOn);
    question.ask(work, course);
    return written;
  }

  /**
   * What was recorded in error is taken back, and the follow-up is due again. A task it raised is
   * the visitator's to complete.
   */
  public Written annul(Work work, UUID id, String reason) {
    work.lock("follow_up", id);
    var current = followUps.find(work, id);
    courses.ofRecord(work, current.citizenId(), current.courseId(), Verb.MEND);
    requireNext(current, FollowUpAction.ANNUL);
    mend.require(work, current.stamp(), null, reason);
    var annulled = current.annulled(reason, work.stamp(null));
    return followUps.save(work, "FollowUpAnnulled", annulled, reason);
  }

  private static void requireNext(FollowUp followUp, FollowUpAction action) {
    RefusalException.throwIfAny(FollowUpTransitions.next(followUp.state(), action).refusals());
  }

  private static void requireHeld(Work work, Course course, FollowUp followUp, LocalDate held) {
    var completed = Objects.requireNonNull(course.completedOn(), "only completed courses have any");
    RefusalException.throwIfAny(
        new FollowUpDates(completed, List.of(followUp.month()))
            .refuseHeld(held, work.today()).stream().toList());
  }
}
