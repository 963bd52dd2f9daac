package dk.genvej.goal;

import dk.genvej.api.model.GoalDraft;
import dk.genvej.api.model.GoalEdit;
import dk.genvej.api.model.GoalPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Goals as the API shows them, and as it sends them. */
@Singleton
class GoalViews {

  private final GoalMapper mapper;
  private final Refs refs;

  GoalViews(GoalMapper mapper, Refs refs) {
    this.mapper = mapper;
    this.refs = refs;
  }

  GoalPage page(Work work, List<Goal> goals, int limit) {
    return page(work, goals, limit, goal -> new Cursors("", goal.id()));
  }

  /** By version instead, as all have one id. */
  GoalPage versions(Work work, List<Goal> versions, int limit) {
    return page(
        work, versions, limit, one -> new Cursors(Integer.toString(one.version()), one.id()));
  }

  private GoalPage page(Work work, List<Goal> goals, int limit, Function<Goal, Cursors> place) {
    var page =
        new GoalPage(Cursors.page(goals, limit).stream().map(one -> view(work, one)).toList());
    page.setNext(Cursors.next(goals, limit, place));
    return page;
  }

  GoalDetails details(GoalDraft draft) {
    return new GoalDetails(
        draft.getConditionId(),
        new GoalTerms(
            draft.getCitizensWords(),
            draft.getMeasure(),
            draft.getBaseline(),
            draft.getBaselineOn(),
            draft.getTarget(),
            draft.getTargetOn(),
            new GoalFigures(draft.getBaselineValue(), draft.getTargetValue(), draft.getUnit())),
        draft.getAgreedWithCitizen());
  }

  GoalDetails details(GoalEdit edit) {
    return new GoalDetails(
        edit.getConditionId(),
        new GoalTerms(
            edit.getCitizensWords(),
            edit.getMeasure(),
            edit.getBaseline(),
            edit.getBaselineOn(),
            edit.getTarget(),
            edit.getTargetOn(),
            new GoalFigures(edit.getBaselineValue(), edit.getTargetValue(), edit.getUnit())),
        edit.getAgreedWithCitizen());
  }

  GoalStatus status(GoalEdit edit) {
    return mapper.record(edit.getStatus());
  }

  dk.genvej.api.model.Goal view(Work work, Goal goal) {
    var view =
        new dk.genvej.api.model.Goal(
            goal.id(),
            goal.version(),
            goal.courseId(),
            goal.citizensWords(),
            goal.conditionId(),
            goal.measure(),
            goal.baseline(),
            goal.baselineOn(),
            goal.target(),
            goal.targetOn(),
            goal.agreedWithCitizen(),
            mapper.view(goal.status()),
            refs.stamp(work, goal.stamp()));
    view.setBaselineValue(goal.baselineValue());
    view.setTargetValue(goal.targetValue());
    view.setUnit(goal.unit());
    view.setAnnulled(
        refs.annulment(work, goal.annulledAt(), goal.annulledBy(), goal.annulledReason()));
    return view;
  }
}
