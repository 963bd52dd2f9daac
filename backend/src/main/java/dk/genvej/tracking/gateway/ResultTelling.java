package dk.genvej.tracking.gateway;

import dk.genvej.followup.FollowUpResult;
import dk.genvej.followup.FollowUpState;
import dk.genvej.tracking.fhir.FollowUpObservationWriter;
import dk.genvej.tracking.gateway.CourseOnDay.FollowedUp;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * What follow-ups led to. At its re-visitation a course is either ended, as no help is left, or
 * what is left was granted anew; of a course that was stopped nothing is told.
 */
final class ResultTelling {

  private ResultTelling() {}

  static void tell(Account account, CourseOnDay course) {
    if (course.state().hasOutcome()) {
      add(
          account,
          course,
          SourceKind.COURSE_RESULT,
          course.id(),
          revisited(course),
          Objects.requireNonNull(course.completedOn(), "completed"));
    }
    course.followUps().stream()
        .filter(one -> one.state() == FollowUpState.RECORDED)
        .forEach(one -> followUp(account, course, one));
  }

  private static FollowUpResult revisited(CourseOnDay course) {
    return course.helps().isEmpty() || !course.helps().getFirst().services().isEmpty()
        ? FollowUpResult.REVISITATION
        : FollowUpResult.ENDED;
  }

  private static void followUp(Account account, CourseOnDay course, FollowedUp one) {
    add(
        account,
        course,
        SourceKind.FOLLOW_UP_RESULT,
        one.id(),
        Objects.requireNonNull(one.result(), "recorded"),
        Objects.requireNonNull(one.heldOn(), "recorded"));
  }

  private static void add(
      Account account,
      CourseOnDay course,
      SourceKind kind,
      UUID source,
      FollowUpResult result,
      LocalDate day) {
    var number = account.number(kind, source.toString(), result + " " + day);
    account.add(
        number,
        course.id(),
        FollowUpObservationWriter.write(
            new FollowUpObservationWriter.Reported(
                number.id(),
                account.subject(),
                account.how().classification().followUpResult(result.name()),
                day,
                account.conditions(course))));
  }
}
