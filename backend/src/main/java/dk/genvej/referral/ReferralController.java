package dk.genvej.referral;

import dk.genvej.api.ReferralsApi;
import dk.genvej.api.model.AssessmentDraft;
import dk.genvej.api.model.HelpBeforeStart;
import dk.genvej.api.model.Lapse;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.ReferralDraft;
import dk.genvej.api.model.ReferralSummaryPage;
import dk.genvej.api.model.ShadowCorrection;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class ReferralController implements ReferralsApi {

  private final Edge edge;
  private final ReferralService referrals;
  private final ReferralViews views;

  ReferralController(Edge edge, ReferralService referrals, ReferralViews views) {
    this.edge = edge;
    this.referrals = referrals;
    this.views = views;
  }

  @Override
  public HttpResponse<Receipt> openReferral(ReferralDraft draft) {
    return edge.create(draft, work -> referrals.open(work, draft));
  }

  @Override
  public dk.genvej.api.model.Referral getReferral(UUID referralId) {
    return edge.read(work -> views.whole(work, referrals.get(work, referralId)));
  }

  @Override
  public ReferralSummaryPage listReferrals(
      dk.genvej.api.model.@Nullable ReferralState state,
      dk.genvej.api.model.@Nullable ReferralKind kind,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(
        work -> views.page(work, state, kind, cursor, Objects.requireNonNullElse(limit, 50)));
  }

  @Override
  public Receipt assessReferral(UUID referralId, AssessmentDraft draft) {
    return edge.write(draft, work -> referrals.assess(work, referralId, draft));
  }

  @Override
  public Receipt recordHelp(UUID referralId, HelpBeforeStart help) {
    return edge.write(help, work -> referrals.recordHelp(work, referralId, help));
  }

  @Override
  public Receipt correctShadow(UUID referralId, ShadowCorrection correction) {
    return edge.write(correction, work -> referrals.correctShadow(work, referralId, correction));
  }

  @Override
  public Receipt lapseReferral(UUID referralId, Lapse lapse) {
    return edge.write(lapse, work -> referrals.lapse(work, referralId, lapse.getReason()));
  }
}
