package dk.genvej.evaluation;

import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.course.Course;
import dk.genvej.course.CoursePauses;
import dk.genvej.course.Courses;
import dk.genvej.course.RecordedPause;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Evaluations. They show the pauses and the days so far, so they are sent anew with a new pause,
 * and each day that a pause lasts.
 */
@Singleton
class EvaluationPart implements SyncedPart {

  private final EvaluationRepository evaluations;
  private final CoursePauses pauses;
  private final Courses courses;
  private final Schedules schedules;
  private final EvaluationViews views;

  EvaluationPart(
      EvaluationRepository evaluations,
      CoursePauses pauses,
      Courses courses,
      Schedules schedules,
      EvaluationViews views) {
    this.evaluations = evaluations;
    this.pauses = pauses;
    this.courses = courses;
    this.schedules = schedules;
    this.views = views;
  }

  @Override
  public void fill(Work work, SyncedPage page) {
    int municipality = work.municipality();
    var news =
        page.courses(line -> line.dayNew() ? 0 : line.heldSeq())
            .read((whom, ids, seqs) -> evaluations.newer(municipality, whom, ids, seqs));
    if (!news.isEmpty()) {
      show(work, page, news);
    }
  }

  private void show(Work work, SyncedPage page, List<Evaluation> news) {
    var ids = news.stream().map(Evaluation::courseId).collect(Collectors.toSet());
    var rests =
        pauses.ofCourses(work, ids).stream()
            .filter(RecordedPause::stands)
            .collect(Collectors.groupingBy(RecordedPause::courseId));
    var whose =
        courses.all(work, ids).stream().collect(Collectors.toMap(Course::id, Function.identity()));
    var history = schedules.history(work);
    for (var one : news) {
      var course = Objects.requireNonNull(whose.get(one.courseId()), "read in the same scope");
      page.of(one.citizenId())
          .addEvaluationsItem(
              views.view(
                  work,
                  course,
                  Schedules.of(course, history),
                  one,
                  rests.getOrDefault(one.courseId(), List.of())));
    }
  }
}
