package dk.genvej.referral;

import dk.genvej.access.Verb;
import dk.genvej.api.model.AssessmentDraft;
import dk.genvej.api.model.HelpBeforeStart;
import dk.genvej.api.model.HelpFigureDraft;
import dk.genvej.api.model.ReferralDraft;
import dk.genvej.api.model.ShadowCorrection;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Ruling;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use cases about a contact: the visitator's, who is the authority. */
@Singleton
public class ReferralService {

  private final Referrals referrals;
  private final ReferralRepository repository;
  private final HelpFigures figures;
  private final List<ShadowListener> listeners;

  ReferralService(
      Referrals referrals,
      ReferralRepository repository,
      HelpFigures figures,
      List<ShadowListener> listeners) {
    this.referrals = referrals;
    this.repository = repository;
    this.figures = figures;
    this.listeners = listeners;
  }

  public Written open(Work work, ReferralDraft draft) {
    var citizenId = work.lock("citizen", draft.getCitizenId());
    work.require(Verb.DECIDE, citizenId, null);
    RefusalException.throwIfAny(
        refuseFuture("/receivedOn", draft.getReceivedOn(), work.today()).stream().toList());
    var id = draft.getId();
    return referrals.add(
        work,
        Referral.received(work.municipality(), id, contact(citizenId, draft), work.stamp(null)));
  }

  /** Both outcomes are kept, each with its reason (R26), and the law of the day (R35). */
  public Written assess(Work work, UUID referralId, AssessmentDraft draft) {
    var referral = referrals.forWriting(work, referralId, Verb.DECIDE);
    var action =
        draft.getSuitable() ? ReferralAction.FIND_SUITABLE : ReferralAction.FIND_UNSUITABLE;
    var state = RefusalException.valueOf(ReferralTransitions.next(referral.state(), action));
    var basis = LegalBasis.valueOf(draft.getLegalBasis().getValue());
    var reason = IndividualReason.parse(draft.getIndividualReason());
    RefusalException.throwIfAny(refuseAssessment(work, referral, draft, basis, reason));
    var assessed =
        referral.assessed(
            state,
            draft.getAssessedOn(),
            work.actor().userId(),
            ReferralReason.valueOf(draft.getReason().getValue()),
            RefusalException.valueOf(reason),
            basis,
            work.stamp(null));
    var kind = draft.getSuitable() ? "ReferralFoundSuitable" : "ReferralFoundUnsuitable";
    return referrals.save(work, kind, assessed, null);
  }

  /** Before and shadow, until the course starts (O2); both belong to the contact's version. */
  public Written recordHelp(Work work, UUID referralId, HelpBeforeStart help) {
    var referral = referrals.forWriting(work, referralId, Verb.DECIDE);
    work.requireBase(referral.version());
    refuseHelp(work, referral).ifPresent(ReferralService::refuse);
    RefusalException.throwIfAny(
        Stream.of(
                figures.judge(work, help.getBefore(), work.today(), "/before"),
                figures.judge(work, help.getShadow(), work.today(), "/shadow"))
            .flatMap(judged -> judged.refusals().stream())
            .toList());
    record(work, referral, HelpMoment.BEFORE, help.getBefore(), work.today(), null);
    record(work, referral, HelpMoment.SHADOW, help.getShadow(), work.today(), null);
    return referrals.save(
        work, "ReferralHelpRecorded", referral.in(referral.state(), work.stamp(null)), null);
  }

  /**
   * A shadow that was wrong, after the start. It counts by the course levels of the day it was
   * first recorded, as it says what should have stood there then (O1).
   */
  public Written correctShadow(Work work, UUID referralId, ShadowCorrection correction) {
    var referral = referrals.forWriting(work, referralId, Verb.DECIDE);
    refuseCorrection(work, referral).ifPresent(ReferralService::refuse);
    var day =
        figures
            .find(work, referralId, HelpMoment.SHADOW)
            .map(RecordedHelp::recordedOn)
            .orElse(work.today());
    var reason = correction.getReason();
    record(work, referral, HelpMoment.SHADOW, correction.getShadow(), day, reason);
    var next = referral.in(referral.state(), work.stamp(null));
    var written = referrals.save(work, "ReferralShadowCorrected", next, reason);
    listeners.forEach(listener -> listener.shadowCorrected(work, referralId));
    return written;
  }

  /** Nothing comes of the contact; no dropout (O14). */
  public Written lapse(Work work, UUID referralId, String reason) {
    var referral = referrals.forWriting(work, referralId, Verb.DECIDE);
    RefusalException.valueOf(ReferralTransitions.next(referral.state(), ReferralAction.LAPSE));
    return referrals.save(
        work, "ReferralLapsed", referral.lapsed(reason, work.stamp(null)), reason);
  }

  /** NOT_FOUND when absent or out of scope; the citizen is disclosed. */
  public Referral get(Work work, UUID referralId) {
    var referral = referrals.find(work, referralId);
    work.require(Verb.READ_COURSE, referral.citizenId(), null);
    work.disclose(referral.citizenId());
    return referral;
  }

  private Optional<Refusal> refuseHelp(Work work, Referral referral) {
    return switch (referral.state()) {
      case UNSUITABLE -> Optional.of(Refusal.of(ProblemCode.CANNOT_RECORD_HELP_WHEN_UNSUITABLE));
      case LAPSED -> Optional.of(Refusal.of(ProblemCode.CANNOT_RECORD_HELP_WHEN_LAPSED));
      case OPEN, SUITABLE, REFERRED ->
          Refusal.of(ProblemCode.SHADOW_LOCKED).when(courseStarted(work, referral));
    };
  }

  private Optional<Refusal> refuseCorrection(Work work, Referral referral) {
    var annulled =
        repository
            .course(work.municipality(), referral.id())
            .filter(ReferralRepository.CourseLine::annulled)
            .isPresent();
    return Refusal.of(ProblemCode.RECORD_ANNULLED)
        .when(annulled)
        .or(() -> Refusal.of(ProblemCode.SHADOW_NOT_LOCKED).when(!courseStarted(work, referral)));
  }

  private boolean courseStarted(Work work, Referral referral) {
    return repository
        .course(work.municipality(), referral.id())
        .filter(ReferralRepository.CourseLine::started)
        .isPresent();
  }

  private void record(
      Work work,
      Referral referral,
      HelpMoment moment,
      HelpFigureDraft draft,
      LocalDate day,
      @Nullable String reason) {
    var courseId =
        repository
            .course(work.municipality(), referral.id())
            .map(ReferralRepository.CourseLine::id)
            .orElse(null);
    var place = HelpPlace.of(referral.citizenId(), referral.id(), courseId, moment);
    figures.record(work, place, draft, day, moment.pointer(), reason);
  }

  private static List<Refusal> refuseAssessment(
      Work work,
      Referral referral,
      AssessmentDraft draft,
      LegalBasis basis,
      Ruling<IndividualReason> reason) {
    var day = draft.getAssessedOn();
    var early =
        Refusal.at("/assessedOn", ProblemCode.ASSESSED_BEFORE_RECEIVED)
            .with("receivedOn", referral.receivedOn())
            .when(day.isBefore(referral.receivedOn()));
    return Stream.concat(
            Stream.of(refuseFuture("/assessedOn", day, work.today()), early, basis.refuse(day))
                .flatMap(Optional::stream),
            reason.refusals().stream())
        .toList();
  }

  private static Optional<Refusal> refuseFuture(String pointer, LocalDate day, LocalDate today) {
    return Refusal.at(pointer, ProblemCode.DATE_IN_FUTURE)
        .with("today", today)
        .when(day.isAfter(today));
  }

  private static void refuse(Refusal refusal) {
    throw RefusalException.of(refusal);
  }

  private static Contact contact(UUID citizenId, ReferralDraft draft) {
    var discharge = draft.getDischarge();
    var reason = draft.getReason();
    return new Contact(
        citizenId,
        ReferralKind.valueOf(draft.getKind().getValue()),
        ReferralSource.valueOf(draft.getSource().getValue()),
        draft.getReceivedOn(),
        reason == null ? null : ReferralReason.valueOf(reason.getValue()),
        discharge == null ? null : discharge.getDischargedOn(),
        discharge == null ? null : discharge.getHospital(),
        discharge != null && discharge.getHasRehabPlan());
  }
}
