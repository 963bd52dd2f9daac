package dk.genvej.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.api.model.Category;
import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.CompletedCourse;
import dk.genvej.api.model.GoalCount;
import dk.genvej.api.model.HelpBasis;
import dk.genvej.api.model.HelpFigure;
import dk.genvej.api.model.HelpService;
import dk.genvej.api.model.NotComputableReason;
import dk.genvej.api.model.Review;
import dk.genvej.goal.GoalStatus;
import dk.genvej.http.Refs;
import dk.genvej.overview.CompletedCourseRepository.GoalLine;
import dk.genvej.overview.CompletedCourseRepository.HelpLine;
import dk.genvej.overview.CompletedCourseRepository.Line;
import dk.genvej.overview.CompletedCourses.Around;
import dk.genvej.settings.SettingsOnDay;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A completed course as the coordinator sees it. */
@Singleton
class CompletedCourseViews {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ScoreChanges changes;
  private final Refs refs;

  CompletedCourseViews(ScoreChanges changes, Refs refs) {
    this.changes = changes;
    this.refs = refs;
  }

  CompletedCourse view(Work work, Line line, Around around, SettingsOnDay chosen) {
    var help = around.helpByReferral().getOrDefault(line.referralId(), List.of());
    var after =
        Objects.requireNonNull(figure(help, "AFTER"), "a completed course has the help left");
    var scores = around.scoresByCourse().getOrDefault(line.id(), List.of());
    var goals = around.goalsByCourse().getOrDefault(line.id(), List.of());
    return new CompletedCourse(
            line.id(),
            line.version(),
            new CitizenRef(line.citizenId(), line.name(), line.birthDate()),
            refs.unit(work, line.districtId()),
            refs.unit(work, line.careAreaId()),
            refs.user(work, line.therapistId()),
            line.startedOn(),
            line.dueOn(),
            line.evaluatedOn(),
            line.completedOn(),
            line.onTime(),
            after,
            Category.fromValue(line.category()),
            changes.of(scores, chosen),
            count(goals))
        .interventionType(line.interventionType())
        .before(figure(help, "BEFORE"))
        .shadow(figure(help, "SHADOW"))
        .notComputableReason(reason(line))
        .degreeOfHelp(line.degreeOfHelp())
        .savedMinutes(line.savedMinutes())
        .review(review(work, line));
  }

  private static @Nullable NotComputableReason reason(Line line) {
    return line.categoryReason() == null
        ? null
        : NotComputableReason.fromValue(line.categoryReason());
  }

  private @Nullable Review review(Work work, Line line) {
    return line.reviewedAt() == null || line.reviewedBy() == null
        ? null
        : new Review(refs.user(work, line.reviewedBy()), Refs.time(line.reviewedAt()))
            .comment(line.reviewComment());
  }

  private static GoalCount count(List<GoalLine> goals) {
    return new GoalCount(
        goals.stream().mapToInt(GoalLine::many).sum(),
        many(goals, GoalStatus.OPEN),
        many(goals, GoalStatus.ACHIEVED),
        many(goals, GoalStatus.PARTLY),
        many(goals, GoalStatus.NOT_ACHIEVED));
  }

  private static int many(List<GoalLine> goals, GoalStatus status) {
    return goals.stream()
        .filter(line -> line.status().equals(status.name()))
        .mapToInt(GoalLine::many)
        .sum();
  }

  private static @Nullable HelpFigure figure(List<HelpLine> help, String moment) {
    return help.stream()
        .filter(line -> line.moment().equals(moment))
        .findFirst()
        .map(CompletedCourseViews::figure)
        .orElse(null);
  }

  private static HelpFigure figure(HelpLine line) {
    var figure =
        new HelpFigure(HelpBasis.fromValue(line.basis()), line.notAssessed(), line.recordedOn());
    var services = services(line.services());
    if (!services.isEmpty()) {
      figure.setServices(services);
    }
    return figure.courseLevelCode(line.courseLevelCode()).minutesPerWeek(line.minutesPerWeek());
  }

  private static List<HelpService> services(String json) {
    try {
      return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
          .map(CompletedCourseViews::service)
          .toList();
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the services of a help figure do not read", damaged);
    }
  }

  private static HelpService service(JsonNode one) {
    return new HelpService(
        one.path("service").asText(),
        one.path("minutes").decimalValue(),
        one.path("everyWeeks").asInt(1));
  }
}
