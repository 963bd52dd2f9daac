package dk.genvej.agreement;

import dk.genvej.api.AgreementsApi;
import dk.genvej.api.model.AgreementDraft;
import dk.genvej.api.model.AgreementEdit;
import dk.genvej.api.model.AgreementEnd;
import dk.genvej.api.model.AgreementPage;
import dk.genvej.api.model.AnnulmentDraft;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.RegistrationDraft;
import dk.genvej.api.model.RegistrationPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class AgreementController implements AgreementsApi {

  private static final int LIMIT = 50;

  /** After everything that has happened. */
  private static final String LATEST = "9999-12-31T00:00:00Z";

  private final Edge edge;
  private final AgreementService agreements;
  private final AgreementViews views;
  private final RegistrationService registrations;
  private final RegistrationViews registrationViews;
  private final AgreementMapper mapper;

  AgreementController(
      Edge edge,
      AgreementService agreements,
      AgreementViews views,
      RegistrationService registrations,
      RegistrationViews registrationViews,
      AgreementMapper mapper) {
    this.edge = edge;
    this.agreements = agreements;
    this.views = views;
    this.registrations = registrations;
    this.registrationViews = registrationViews;
    this.mapper = mapper;
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

  @Override
  public HttpResponse<Receipt> register(UUID agreementId, RegistrationDraft draft) {
    return edge.create(
        draft,
        work ->
            registrations.register(
                work,
                agreementId,
                draft.getId(),
                mapper.record(draft.getOutcome()),
                draft.getHappenedAt().toInstant(),
                draft.getNote()));
  }

  @Override
  public RegistrationPage listRegistrations(
      UUID agreementId, @Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var place = Cursors.parse(cursor, LATEST);
    var before = place.time();
    return edge.read(
        work ->
            registrationViews.page(
                work, registrations.page(work, agreementId, before, place.id(), size + 1), size));
  }

  @Override
  public Receipt annulRegistration(UUID registrationId, AnnulmentDraft draft) {
    return edge.write(draft, work -> registrations.annul(work, registrationId, draft.getReason()));
  }
}
