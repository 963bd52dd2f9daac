package dk.genvej.course;

import dk.genvej.access.Verb;
import dk.genvej.api.CoursesApi;
import dk.genvej.api.model.Activation;
import dk.genvej.api.model.AnnulmentDraft;
import dk.genvej.api.model.CourseAssignment;
import dk.genvej.api.model.CourseStop;
import dk.genvej.api.model.Lapse;
import dk.genvej.api.model.PauseDraft;
import dk.genvej.api.model.PauseEnd;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.ReviewDraft;
import dk.genvej.api.model.StartCorrection;
import dk.genvej.api.model.TherapistReferral;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;

@Controller("/api/v1")
class CourseController implements CoursesApi {

  private final Edge edge;
  private final Courses courses;
  private final CourseAssignments assignments;
  private final CourseStart start;
  private final CoursePauses pauses;
  private final CourseEnding ending;
  private final CourseViews views;

  CourseController(
      Edge edge,
      Courses courses,
      CourseAssignments assignments,
      CourseStart start,
      CoursePauses pauses,
      CourseEnding ending,
      CourseViews views) {
    this.edge = edge;
    this.courses = courses;
    this.assignments = assignments;
    this.start = start;
    this.pauses = pauses;
    this.ending = ending;
    this.views = views;
  }

  @Override
  public HttpResponse<Receipt> referToTherapist(UUID referralId, TherapistReferral referral) {
    return edge.create(
        referral,
        work ->
            assignments.refer(
                work,
                referralId,
                referral.getCourseId(),
                referral.getTherapistId(),
                referral.getTovholderId()));
  }

  @Override
  public dk.genvej.api.model.Course getCourse(UUID courseId) {
    return edge.read(
        work -> views.whole(work, courses.forReading(work, courseId, Verb.READ_COURSE)));
  }

  @Override
  public Receipt activateCourse(UUID courseId, Activation activation) {
    return edge.write(
        activation, work -> start.activate(work, courseId, activation.getStartedOn()));
  }

  @Override
  public Receipt correctStart(UUID courseId, StartCorrection correction) {
    return edge.write(
        correction,
        work ->
            start.correctStart(work, courseId, correction.getStartedOn(), correction.getReason()));
  }

  @Override
  public Receipt stopCourse(UUID courseId, CourseStop stop) {
    return edge.write(stop, work -> ending.stop(work, courseId, stop(stop)));
  }

  @Override
  public Receipt lapseCourse(UUID courseId, Lapse lapse) {
    return edge.write(lapse, work -> ending.lapse(work, courseId, lapse.getReason()));
  }

  @Override
  public Receipt reassignCourse(UUID courseId, CourseAssignment assignment) {
    return edge.write(
        assignment,
        work ->
            assignments.reassign(
                work,
                courseId,
                assignment.getTherapistId(),
                assignment.getTovholderId(),
                assignment.getReason()));
  }

  @Override
  public Receipt reviewCourse(UUID courseId, ReviewDraft review) {
    return edge.write(review, work -> ending.review(work, courseId, review.getComment()));
  }

  @Override
  public Receipt annulCourse(UUID courseId, AnnulmentDraft annulment) {
    return edge.write(annulment, work -> ending.annul(work, courseId, annulment.getReason()));
  }

  @Override
  public HttpResponse<Receipt> pauseCourse(UUID courseId, PauseDraft draft) {
    return edge.create(
        draft, work -> pauses.pause(work, courseId, draft.getId(), pause(draft), draft.getText()));
  }

  @Override
  public Receipt endPause(UUID courseId, UUID pauseId, PauseEnd end) {
    return edge.write(end, work -> pauses.end(work, courseId, pauseId, end.getUntil()));
  }

  @Override
  public Receipt annulPause(UUID courseId, UUID pauseId, AnnulmentDraft annulment) {
    return edge.write(
        annulment, work -> pauses.annul(work, courseId, pauseId, annulment.getReason()));
  }

  private static Stop stop(CourseStop stop) {
    return new Stop(
        stop.getStoppedOn(),
        StopReason.valueOf(stop.getReason().getValue()),
        Objects.requireNonNullElse(stop.getText(), ""));
  }

  private static Pause pause(PauseDraft draft) {
    return new Pause(
        draft.getFrom(), draft.getUntil(), PauseReason.valueOf(draft.getReason().getValue()));
  }
}
