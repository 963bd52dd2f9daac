package dk.genvej.course;

import dk.genvej.api.model.CourseState;
import dk.genvej.api.model.LegalBasis;
import dk.genvej.api.model.PauseReason;
import dk.genvej.api.model.SyncedCourse;
import dk.genvej.api.model.SyncedPause;
import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.http.Refs;
import dk.genvej.referral.HelpFigures;
import dk.genvej.referral.RecordedHelp;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** The course with its help before and shadow, sent when any of them is new; and its pauses. */
@Singleton
class CoursePart implements SyncedPart {

  private final CourseRepository courses;
  private final RecordedPauseRepository pauses;
  private final HelpFigures figures;
  private final Refs refs;

  CoursePart(
      CourseRepository courses, RecordedPauseRepository pauses, HelpFigures figures, Refs refs) {
    this.courses = courses;
    this.pauses = pauses;
    this.figures = figures;
    this.refs = refs;
  }

  @Override
  public void fill(Work work, SyncedPage page) {
    int municipality = work.municipality();
    var news = page.courses();
    var newer = news.read((whom, ids, seqs) -> courses.newer(municipality, whom, ids, seqs));
    var help =
        figures.of(work, newer.stream().map(Course::referralId).toList()).stream()
            .collect(Collectors.groupingBy(RecordedHelp::referralId));
    newer.forEach(
        one ->
            page.of(one.citizenId())
                .course(view(work, one, help.getOrDefault(one.referralId(), List.of()))));
    news.read((whom, ids, seqs) -> pauses.newer(municipality, whom, ids, seqs))
        .forEach(one -> page.of(one.citizenId()).addPausesItem(view(work, one)));
  }

  private SyncedCourse view(Work work, Course course, List<RecordedHelp> help) {
    var view =
        new SyncedCourse(
                course.id(),
                course.version(),
                refs.unit(work, course.careAreaId()),
                course.referralId(),
                LegalBasis.fromValue(course.legalBasis().name()),
                CourseState.fromValue(course.state().name()),
                course.referredOn(),
                refs.user(work, course.therapistId()),
                refs.user(work, course.tovholderId()),
                refs.stamp(work, course.stamp()))
            .startedOn(course.startedOn())
            .dueOn(course.dueOn())
            .evaluatedOn(course.evaluatedOn());
    help.forEach(one -> show(view, one));
    return view;
  }

  private static void show(SyncedCourse view, RecordedHelp help) {
    switch (help.moment()) {
      case BEFORE -> view.setBefore(HelpFigures.view(help));
      case SHADOW -> view.setShadow(HelpFigures.view(help));
      case AFTER, FOLLOW_UP -> {}
    }
  }

  private SyncedPause view(Work work, RecordedPause pause) {
    return new SyncedPause(
            pause.id(),
            pause.version(),
            pause.fromDay(),
            PauseReason.fromValue(pause.reason().name()),
            refs.stamp(work, pause.stamp()))
        .until(pause.homeDay())
        .text(pause.text())
        .annulled(
            refs.annulment(work, pause.annulledAt(), pause.annulledBy(), pause.annulledReason()));
  }
}
