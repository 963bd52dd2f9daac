package dk.genvej.overview;

import dk.genvej.api.OverviewsApi;
import dk.genvej.api.model.CompletedCoursePage;
import dk.genvej.api.model.CourseSummaryPage;
import dk.genvej.api.model.DropoutPage;
import dk.genvej.api.model.PlanningItemPage;
import dk.genvej.api.model.PlanningKind;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class OverviewController implements OverviewsApi {

  private final Edge edge;
  private final MyCourses mine;
  private final Planning planning;
  private final CompletedCourses completed;
  private final Dropouts dropouts;
  private final WeeklyDigest digest;

  OverviewController(
      Edge edge,
      MyCourses mine,
      Planning planning,
      CompletedCourses completed,
      Dropouts dropouts,
      WeeklyDigest digest) {
    this.edge = edge;
    this.mine = mine;
    this.planning = planning;
    this.completed = completed;
    this.dropouts = dropouts;
    this.digest = digest;
  }

  @Override
  public CourseSummaryPage listMyCourses(@Nullable String cursor, @Nullable Integer limit) {
    return edge.read(work -> mine.page(work, cursor, most(limit)));
  }

  @Override
  public PlanningItemPage getPlanning(
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable PlanningKind kind,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(work -> planning.page(work, from, until, kind, cursor, most(limit)));
  }

  @Override
  public CompletedCoursePage listCompletedCourses(
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable UUID districtId,
      @Nullable UUID therapistId,
      @Nullable Boolean unsigned,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(
        work ->
            completed.page(
                work,
                new CompletedCourses.Wanted(
                    Period.of(from, until), districtId, therapistId, Boolean.TRUE.equals(unsigned)),
                cursor,
                most(limit)));
  }

  @Override
  public DropoutPage listDropouts(
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable UUID districtId,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(
        work -> dropouts.page(work, Period.of(from, until), districtId, cursor, most(limit)));
  }

  @Override
  public dk.genvej.api.model.WeeklyDigest getWeeklyDigest(@Nullable LocalDate day) {
    return edge.read(work -> digest.week(work, day));
  }

  private static int most(@Nullable Integer limit) {
    return Objects.requireNonNullElse(limit, 50);
  }
}
