package dk.genvej.agreement;

import dk.genvej.api.AgreementsApi;
import dk.genvej.api.model.AgreementDraft;
import dk.genvej.api.model.AgreementEdit;
import dk.genvej.api.model.AgreementEnd;
import dk.genvej.api.model.AgreementPage;
import dk.genvej.api.model.Receipt;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class AgreementController implements AgreementsApi {

  private static final int LIMIT = 50;

  private final Edge edge;
  private final AgreementService agreements;
  private final AgreementViews views;

  AgreementController(Edge edge, AgreementService agreements, AgreementViews views) {
    this.edge = edge;
    this.agreements = agreements;
    this.views = views;
  }

  @Override
  public HttpResponse<Receipt> makeAgreement(UUID courseId, AgreementDraft draft) {
    return edge.create(
        draft, work -> agreements.make(work, courseId, draft.getId(), views.terms(draft)));
  }

  @Override
  public Receipt changeAgreement(UUID agreementId, AgreementEdit edit) {
    return edge.write(edit, work -> agreements.change(work, agreementId, views.terms(edit)));
  }

  @Override
  public Receipt endAgreement(UUID agreementId, AgreementEnd end) {
    return edge.write(
        end, work -> agreements.end(work, agreementId, end.getUntil(), end.getReason()));
  }

  @Override
  public AgreementPage listAgreements(
      UUID courseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var after = Cursors.parse(cursor, "");
    return edge.read(
        work -> views.page(work, agreements.page(work, courseId, after, size + 1), size));
  }
}
