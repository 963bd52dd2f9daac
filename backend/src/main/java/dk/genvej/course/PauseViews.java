package dk.genvej.course;

import dk.genvej.api.model.PauseReason;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** The pauses of a course as the API shows them. */
@Singleton
public class PauseViews {

  private final Refs refs;

  PauseViews(Refs refs) {
    this.refs = refs;
  }

  public List<dk.genvej.api.model.Pause> all(
      Work work, Course course, List<RecordedPause> recorded) {
    return recorded.stream().map(one -> view(work, course, one)).toList();
  }

  private dk.genvej.api.model.Pause view(Work work, Course course, RecordedPause recorded) {
    var after = course.lastDay(work.today()).plusDays(1);
    return new dk.genvej.api.model.Pause(
            recorded.id(),
            recorded.version(),
            recorded.fromDay(),
            (int) recorded.pause().daysUntil(after).count(),
            PauseReason.fromValue(recorded.reason().name()),
            refs.stamp(work, recorded.stamp()))
        .until(recorded.homeDay())
        .text(recorded.text())
        .annulled(
            refs.annulment(
                work, recorded.annulledAt(), recorded.annulledBy(), recorded.annulledReason()));
  }
}
