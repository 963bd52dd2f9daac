package dk.genvej.referral;

import dk.genvej.api.model.Assessment;
import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.Discharge;
import dk.genvej.api.model.ReferralSummary;
import dk.genvej.api.model.ReferralSummaryPage;
import dk.genvej.citizen.CitizenService;
import dk.genvej.citizen.CitizenViews;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contact as the API shows it, alone and in the visitators' work list. */
@Singleton
class ReferralViews {

  /** What waits for an assessment or for a therapist. */
  private static final List<String> WAITING =
      List.of(ReferralState.OPEN.name(), ReferralState.SUITABLE.name());

  private static final List<String> KINDS =
      Arrays.stream(ReferralKind.values()).map(Enum::name).toList();

  private final ReferralRepository repository;
  private final CitizenService citizens;
  private final HelpFigures figures;
  private final Refs refs;

  ReferralViews(
      ReferralRepository repository, CitizenService citizens, HelpFigures figures, Refs refs) {
    this.repository = repository;
    this.citizens = citizens;
    this.figures = figures;
    this.refs = refs;
  }

  dk.genvej.api.model.Referral whole(Work work, Referral referral) {
    var view =
        new dk.genvej.api.model.Referral(
            referral.id(),
            referral.version(),
            CitizenViews.ref(citizens.get(work, referral.citizenId())),
            kind(referral.kind().name()),
            source(referral.source().name()),
            state(referral.state().name()),
            referral.receivedOn(),
            waited(work, referral),
            refs.stamp(work, referral.stamp()));
    var reason = referral.reason();
    view.setReason(reason == null ? null : reason(reason.name()));
    view.setDischarge(discharge(referral));
    view.setAssessment(assessment(work, referral));
    view.setLapsedReason(referral.lapseReason());
    repository
        .course(work.municipality(), referral.id())
        .ifPresent(course -> view.setCourseId(course.id()));
    figures.of(work, referral.id()).forEach(help -> show(view, help));
    return view;
  }

  /** The citizens listed are disclosed. */
  ReferralSummaryPage page(
      Work work,
      dk.genvej.api.model.@Nullable ReferralState state,
      dk.genvej.api.model.@Nullable ReferralKind kind,
      @Nullable String cursor,
      int limit) {
    var place = Cursors.parse(cursor, "0001-01-01");
    var lines =
        repository.list(
            work.municipality(),
            state == null ? WAITING : List.of(state.getValue()),
            kind == null ? KINDS : List.of(kind.getValue()),
            place.day(),
            place.id(),
            limit + 1);
    var shown = Cursors.page(lines, limit);
    work.discloseAll(shown.stream().map(ReferralRepository.Line::citizenId).toList());
    var page = new ReferralSummaryPage(shown.stream().map(one -> line(work, one)).toList());
    page.setNext(
        Cursors.next(lines, limit, one -> new Cursors(one.receivedOn().toString(), one.id())));
    return page;
  }

  private static void show(dk.genvej.api.model.Referral view, RecordedHelp help) {
    switch (help.moment()) {
      case BEFORE -> view.setBefore(HelpFigures.view(help));
      case SHADOW -> view.setShadow(HelpFigures.view(help));
      case AFTER, FOLLOW_UP -> {}
    }
  }

  private static ReferralSummary line(Work work, ReferralRepository.Line one) {
    var lapsed = one.state().equals(ReferralState.LAPSED.name());
    var until = one.assessedOn() == null && lapsed ? one.changedOn() : one.assessedOn();
    var view =
        new ReferralSummary(
            one.id(),
            one.version(),
            new CitizenRef(one.citizenId(), one.citizenName(), one.birthDate()),
            kind(one.kind()),
            source(one.source()),
            state(one.state()),
            one.receivedOn(),
            Referral.waitingDays(one.receivedOn(), until, work.today()));
    view.setReason(one.reason() == null ? null : reason(one.reason()));
    view.setDischargedOn(one.dischargedOn());
    return view;
  }

  /** A contact that lapsed unassessed waits no longer. */
  private static int waited(Work work, Referral referral) {
    var lapsed = referral.state() == ReferralState.LAPSED && referral.assessedOn() == null;
    var today = lapsed ? dk.genvej.shared.Time.dayOf(referral.stamp().receivedAt()) : work.today();
    return Referral.waitingDays(referral.receivedOn(), referral.assessedOn(), today);
  }

  private static @Nullable Discharge discharge(Referral referral) {
    var day = referral.dischargedOn();
    return day == null
        ? null
        : new Discharge(
            Objects.requireNonNullElse(referral.hospital(), ""), day, referral.hasRehabPlan());
  }

  private @Nullable Assessment assessment(Work work, Referral referral) {
    var day = referral.assessedOn();
    var by = referral.assessedBy();
    var reason = referral.reason();
    var basis = referral.legalBasis();
    if (day == null || by == null || reason == null || basis == null) {
      return null;
    }
    return new Assessment(
        suitable(referral.state()),
        reason(reason.name()),
        Objects.requireNonNullElse(referral.individualReason(), ""),
        day,
        dk.genvej.api.model.LegalBasis.fromValue(basis.name()),
        refs.user(work, by));
  }

  /** Only what was found suitable can lapse after its assessment. */
  private static boolean suitable(ReferralState state) {
    return state != ReferralState.UNSUITABLE;
  }

  private static dk.genvej.api.model.ReferralState state(String name) {
    return dk.genvej.api.model.ReferralState.fromValue(name);
  }

  private static dk.genvej.api.model.ReferralKind kind(String name) {
    return dk.genvej.api.model.ReferralKind.fromValue(name);
  }

  private static dk.genvej.api.model.ReferralSource source(String name) {
    return dk.genvej.api.model.ReferralSource.fromValue(name);
  }

  private static dk.genvej.api.model.ReferralReason reason(String name) {
    return dk.genvej.api.model.ReferralReason.fromValue(name);
  }
}
