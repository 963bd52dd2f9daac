package dk.genvej.goal;

import dk.genvej.api.GoalsApi;
import dk.genvej.api.model.AnnulmentDraft;
import dk.genvej.api.model.GoalDraft;
import dk.genvej.api.model.GoalEdit;
import dk.genvej.api.model.GoalPage;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.ScoresDraft;
import dk.genvej.api.model.ScoresPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class GoalController implements GoalsApi {

  private static final int LIMIT = 50;

  private final Edge edge;
  private final GoalService goals;
  private final GoalViews goalViews;
  private final ScoresService scores;
  private final ScoresViews scoresViews;

  GoalController(
      Edge edge,
      GoalService goals,
      GoalViews goalViews,
      ScoresService scores,
      ScoresViews scoresViews) {
    this.edge = edge;
    this.goals = goals;
    this.goalViews = goalViews;
    this.scores = scores;
    this.scoresViews = scoresViews;
  }

  @Override
  public HttpResponse<Receipt> setGoal(UUID courseId, GoalDraft draft) {
    return edge.create(
        draft, work -> goals.set(work, courseId, draft.getId(), goalViews.details(draft)));
  }

  @Override
  public Receipt changeGoal(UUID goalId, GoalEdit edit) {
    return edge.write(
        edit, work -> goals.change(work, goalId, goalViews.details(edit), goalViews.status(edit)));
  }

  @Override
  public Receipt annulGoal(UUID goalId, AnnulmentDraft draft) {
    return edge.write(draft, work -> goals.annul(work, goalId, draft.getReason()));
  }

  @Override
  public GoalPage listGoals(UUID courseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = size(limit);
    var after = Cursors.parse(cursor, "");
    return edge.read(
        work -> goalViews.page(work, goals.page(work, courseId, after, size + 1), size));
  }

  @Override
  public GoalPage getGoalHistory(UUID goalId, @Nullable String cursor, @Nullable Integer limit) {
    int size = size(limit);
    int before =
        Cursors.parse(cursor, Integer.toString(Integer.MAX_VALUE)).valueAs(Integer::valueOf);
    return edge.read(
        work -> goalViews.versions(work, goals.history(work, goalId, before, size + 1), size));
  }

  @Override
  public HttpResponse<Receipt> recordScores(UUID courseId, ScoresDraft draft) {
    return edge.create(
        draft, work -> scores.record(work, courseId, draft.getId(), scoresViews.details(draft)));
  }

  @Override
  public ScoresPage listScores(
      UUID courseId,
      @Nullable String instrument,
      @Nullable String cursor,
      @Nullable Integer limit) {
    int size = size(limit);
    var place = Cursors.parse(cursor, "9999-12-31");
    var day = place.valueAs(LocalDate::parse);
    return edge.read(
        work ->
            scoresViews.page(
                work, scores.page(work, courseId, instrument, day, place.id(), size + 1), size));
  }

  @Override
  public Receipt annulScores(UUID scoresId, AnnulmentDraft draft) {
    return edge.write(draft, work -> scores.annul(work, scoresId, draft.getReason()));
  }

  private static int size(@Nullable Integer limit) {
    return limit == null ? LIMIT : limit;
  }
}
