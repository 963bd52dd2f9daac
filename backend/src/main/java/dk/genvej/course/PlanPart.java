package dk.genvej.course;

import dk.genvej.citizen.SyncedPage;
import dk.genvej.citizen.SyncedPart;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The plan with its conditions and grants, and the notes. */
@Singleton
class PlanPart implements SyncedPart {

  private final PlanRepository plans;
  private final ConditionRepository conditions;
  private final CourseConditionRepository aims;
  private final GrantRepository grants;
  private final NoteRepository notes;
  private final PlanViews views;

  PlanPart(
      PlanRepository plans,
      ConditionRepository conditions,
      CourseConditionRepository aims,
      GrantRepository grants,
      NoteRepository notes,
      PlanViews views) {
    this.plans = plans;
    this.conditions = conditions;
    this.aims = aims;
    this.grants = grants;
    this.notes = notes;
    this.views = views;
  }

  @Override
  public void fill(Work work, SyncedPage page) {
    int municipality = work.municipality();
    var news = page.courses();
    news.read((whom, courses, seqs) -> plans.newer(municipality, whom, courses, seqs))
        .forEach(one -> page.of(one.citizenId()).plan(views.view(work, one)));
    news.read((whom, courses, seqs) -> grants.newer(municipality, whom, courses, seqs))
        .forEach(one -> page.of(one.citizenId()).addGrantsItem(views.view(work, one)));
    news.read((whom, courses, seqs) -> notes.newer(municipality, whom, courses, seqs))
        .forEach(one -> page.of(one.citizenId()).addNotesItem(views.view(work, one)));
    fillConditions(work, page);
  }

  private void fillConditions(Work work, SyncedPage page) {
    int municipality = work.municipality();
    var news = page.courses();
    var aimed = news.read((whom, courses, seqs) -> aims.newer(municipality, whom, courses, seqs));
    if (aimed.isEmpty()) {
      return;
    }
    Map<UUID, Condition> byId =
        news
            .read((whom, courses, seqs) -> conditions.newer(municipality, whom, courses, seqs))
            .stream()
            .collect(Collectors.toMap(Condition::id, Function.identity(), (one, _) -> one));
    for (var aim : aimed) {
      var condition = byId.get(aim.conditionId());
      if (condition != null) {
        page.of(aim.citizenId()).addConditionsItem(views.view(work, condition, aim));
      }
    }
  }
}
