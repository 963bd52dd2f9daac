package dk.genvej.goal;

import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;

/** Goals, which care staff work by too, and the scores beside them. */
@Singleton
class GoalPart implements SyncedPart {

  private final GoalRepository goals;
  private final ScoresRepository scores;
  private final GoalViews goalViews;
  private final ScoresViews scoresViews;

  GoalPart(
      GoalRepository goals, ScoresRepository scores, GoalViews goalViews, ScoresViews scoresViews) {
    this.goals = goals;
    this.scores = scores;
    this.goalViews = goalViews;
    this.scoresViews = scoresViews;
  }

  @Override
  public void fill(Work work, SyncedPage page) {
    int municipality = work.municipality();
    page.everybody()
        .read((whom, courses, seqs) -> goals.newer(municipality, whom, courses, seqs))
        .forEach(one -> page.of(one.citizenId()).addGoalsItem(goalViews.view(work, one)));
    page.courses()
        .read((whom, courses, seqs) -> scores.newer(municipality, whom, courses, seqs))
        .forEach(one -> page.of(one.citizenId()).addScoresItem(scoresViews.view(work, one)));
  }
}
