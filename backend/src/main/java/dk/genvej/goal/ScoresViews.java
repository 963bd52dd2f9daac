package dk.genvej.goal;

import dk.genvej.api.model.ScoreItem;
import dk.genvej.api.model.ScoresDraft;
import dk.genvej.api.model.ScoresPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** Scores as the API shows them, and as it sends them. */
@Singleton
class ScoresViews {

  private final GoalMapper mapper;
  private final Refs refs;

  ScoresViews(GoalMapper mapper, Refs refs) {
    this.mapper = mapper;
    this.refs = refs;
  }

  ScoresPage page(Work work, List<Scores> rows, int limit) {
    var page =
        new ScoresPage(Cursors.page(rows, limit).stream().map(one -> view(work, one)).toList());
    page.setNext(
        Cursors.next(rows, limit, one -> new Cursors(one.scoredOn().toString(), one.id())));
    return page;
  }

  Filling details(ScoresDraft draft) {
    return new Filling(
        draft.getInstrument(),
        draft.getInstrumentVersion(),
        mapper.record(draft.getPhase()),
        mapper.record(draft.getScorer()),
        draft.getScoredOn(),
        draft.getItems().stream().map(ScoresViews::item).toList());
  }

  private static ScoredItem item(ScoreItem item) {
    return new ScoredItem(item.getGoalId(), item.getActivity(), item.getScale(), item.getValue());
  }

  dk.genvej.api.model.Scores view(Work work, Scores scores) {
    var view =
        new dk.genvej.api.model.Scores(
            scores.id(),
            scores.version(),
            scores.courseId(),
            scores.instrument(),
            scores.instrumentVersion(),
            mapper.view(scores.phase()),
            mapper.view(scores.scorer()),
            scores.scoredOn(),
            scores.items().stream().map(ScoresViews::view).toList(),
            refs.stamp(work, scores.stamp()));
    view.setAnnulled(
        refs.annulment(work, scores.annulledAt(), scores.annulledBy(), scores.annulledReason()));
    return view;
  }

  private static ScoreItem view(ScoredItem item) {
    var view = new ScoreItem(item.scale(), item.value());
    view.setGoalId(item.goalId());
    view.setActivity(item.activity());
    return view;
  }
}
