package dk.genvej.overview;

import dk.genvej.api.model.CompletedCoursePage;
import dk.genvej.goal.Score;
import dk.genvej.goal.StandingScores;
import dk.genvej.http.Cursors;
import dk.genvej.overview.CompletedCourseRepository.GoalLine;
import dk.genvej.overview.CompletedCourseRepository.HelpLine;
import dk.genvej.overview.CompletedCourseRepository.Line;
import dk.genvej.settings.Setting;
import dk.genvej.settings.Settings;
import dk.genvej.settings.SettingsOnDay;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of the completed courses of a coordinator's districts (R37, R38). */
@Singleton
public class CompletedCourses {

  private final CompletedCourseRepository repository;
  private final StandingScores scores;
  private final CompletedCourseViews views;
  private final Settings settings;

  CompletedCourses(
      CompletedCourseRepository repository,
      StandingScores scores,
      CompletedCourseViews views,
      Settings settings) {
    this.repository = repository;
    this.scores = scores;
    this.views = views;
    this.settings = settings;
  }

  /**
   * Which completed courses.
   *
   * @param period of completion
   * @param unsigned only those nobody has reviewed yet
   */
  record Wanted(
      Period period, @Nullable UUID district, @Nullable UUID therapist, boolean unsigned) {}

  /** What stands about the courses of a page outside them. */
  record Around(
      Map<UUID, List<HelpLine>> helpByReferral,
      Map<UUID, List<Score>> scoresByCourse,
      Map<UUID, List<GoalLine>> goalsByCourse) {}

  CompletedCoursePage page(Work work, Wanted wanted, @Nullable String cursor, int limit) {
    var chosen = settings.today(work);
    var lines = lines(work, wanted, chosen, Cursors.parse(cursor, Period.END.toString()), limit);
    var shown = Cursors.page(lines, limit);
    work.discloseAll(shown.stream().map(Line::citizenId).toList());
    var around = around(work, shown);
    return new CompletedCoursePage(
            shown.stream().map(line -> views.view(work, line, around, chosen)).toList())
        .next(
            Cursors.next(
                lines, limit, line -> new Cursors(line.completedOn().toString(), line.id())));
  }

  private List<Line> lines(
      Work work, Wanted wanted, SettingsOnDay chosen, Cursors place, int limit) {
    return repository.page(
        work.municipality(),
        chosen.whole(Setting.EVALUATION_WINDOW_DAYS),
        wanted.period().from(),
        wanted.period().until(),
        wanted.district(),
        wanted.therapist(),
        wanted.unsigned(),
        place.valueAs(LocalDate::parse),
        place.id(),
        limit + 1);
  }

  private Around around(Work work, List<Line> shown) {
    if (shown.isEmpty()) {
      return new Around(Map.of(), Map.of(), Map.of());
    }
    var municipality = work.municipality();
    var courses = shown.stream().map(Line::id).toList();
    var referrals = shown.stream().map(Line::referralId).toList();
    return new Around(
        repository.help(municipality, referrals).stream()
            .collect(Collectors.groupingBy(HelpLine::referralId)),
        scores.of(municipality, courses),
        repository.goals(municipality, courses).stream()
            .collect(Collectors.groupingBy(GoalLine::courseId)));
  }
}
