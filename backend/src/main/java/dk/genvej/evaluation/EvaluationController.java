package dk.genvej.evaluation;

import dk.genvej.api.EvaluationsApi;
import dk.genvej.api.model.EvaluationCorrection;
import dk.genvej.api.model.EvaluationDraft;
import dk.genvej.api.model.EvaluationPage;
import dk.genvej.api.model.EvaluationSubmission;
import dk.genvej.api.model.InterimEvaluationDraft;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.RevisitationCorrection;
import dk.genvej.api.model.RevisitationDraft;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class EvaluationController implements EvaluationsApi {

  private final Edge edge;
  private final EvaluationService evaluations;
  private final RevisitationService revisitations;
  private final EvaluationViews views;

  EvaluationController(
      Edge edge,
      EvaluationService evaluations,
      RevisitationService revisitations,
      EvaluationViews views) {
    this.edge = edge;
    this.evaluations = evaluations;
    this.revisitations = revisitations;
    this.views = views;
  }

  @Override
  public EvaluationPage listEvaluations(
      UUID courseId, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(
        work -> views.page(work, courseId, cursor, Objects.requireNonNullElse(limit, 50)));
  }

  @Override
  public HttpResponse<Receipt> addInterimEvaluation(UUID courseId, InterimEvaluationDraft draft) {
    return edge.create(
        draft,
        work -> evaluations.addInterim(work, courseId, draft.getId(), views.findings(draft)));
  }

  @Override
  public Receipt saveEvaluationDraft(UUID evaluationId, EvaluationDraft draft) {
    return edge.write(
        draft, work -> evaluations.saveDraft(work, evaluationId, views.findings(draft)));
  }

  @Override
  public Receipt submitEvaluation(UUID evaluationId, EvaluationSubmission submission) {
    return edge.write(
        submission, work -> evaluations.submit(work, evaluationId, views.findings(submission)));
  }

  @Override
  public Receipt correctEvaluation(UUID evaluationId, EvaluationCorrection correction) {
    return edge.write(
        correction,
        work ->
            evaluations.correct(
                work, evaluationId, views.findings(correction), correction.getReason()));
  }

  @Override
  public HttpResponse<Receipt> revisit(UUID courseId, RevisitationDraft draft) {
    return edge.create(
        draft,
        work ->
            revisitations.revisit(
                work, courseId, draft.getId(), draft.getDecidedOn(), draft.getAfter()));
  }

  @Override
  public Receipt correctRevisitation(UUID courseId, RevisitationCorrection correction) {
    return edge.write(
        correction,
        work ->
            revisitations.correct(work, courseId, correction.getAfter(), correction.getReason()));
  }
}
