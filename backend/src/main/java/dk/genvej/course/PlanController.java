package dk.genvej.course;

import dk.genvej.api.PlansApi;
import dk.genvej.api.model.AnnulmentDraft;
import dk.genvej.api.model.ConditionDraft;
import dk.genvej.api.model.GrantDraft;
import dk.genvej.api.model.NoteDraft;
import dk.genvej.api.model.NotePage;
import dk.genvej.api.model.PlanDraft;
import dk.genvej.api.model.Receipt;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class PlanController implements PlansApi {

  /** Before this the newest note was written. */
  private static final String END_OF_TIME = "9999-12-31T00:00:00Z";

  private final Edge edge;
  private final PlanService plans;
  private final ConditionService conditions;
  private final GrantService grants;
  private final NoteService notes;
  private final PlanViews views;

  PlanController(
      Edge edge,
      PlanService plans,
      ConditionService conditions,
      GrantService grants,
      NoteService notes,
      PlanViews views) {
    this.edge = edge;
    this.plans = plans;
    this.conditions = conditions;
    this.grants = grants;
    this.notes = notes;
    this.views = views;
  }

  @Override
  public Receipt beginPlan(UUID courseId) {
    return edge.write(null, work -> plans.begin(work, courseId));
  }

  @Override
  public Receipt savePlan(UUID courseId, PlanDraft draft) {
    return edge.write(
        draft,
        work ->
            plans.save(
                work,
                courseId,
                draft.getCitizensWords(),
                draft.getSummary(),
                draft.getInterventionType()));
  }

  @Override
  public Receipt putCondition(UUID courseId, UUID conditionId, ConditionDraft draft) {
    return edge.write(
        draft, work -> conditions.put(work, courseId, conditionId, PlanViews.finding(draft)));
  }

  @Override
  public Receipt putGrant(UUID courseId, UUID grantId, GrantDraft draft) {
    return edge.write(draft, work -> grants.put(work, courseId, grantId, PlanViews.terms(draft)));
  }

  @Override
  public HttpResponse<Receipt> addNote(UUID courseId, NoteDraft draft) {
    return edge.create(
        draft,
        work ->
            notes.add(
                work, courseId, draft.getId(), draft.getText(), draft.getHappenedAt().toInstant()));
  }

  @Override
  public Receipt annulNote(UUID noteId, AnnulmentDraft draft) {
    return edge.write(draft, work -> notes.annul(work, noteId, draft.getReason()));
  }

  @Override
  public NotePage listNotes(UUID courseId, @Nullable String cursor, @Nullable Integer limit) {
    int most = Objects.requireNonNullElse(limit, 50);
    return edge.read(
        work -> {
          var place = Cursors.parse(cursor, END_OF_TIME);
          return views.notes(work, notes.page(work, courseId, place, most + 1), most);
        });
  }
}
