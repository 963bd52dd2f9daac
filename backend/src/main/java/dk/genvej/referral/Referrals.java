package dk.genvej.referral;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts as the course meets them: locked, asked for, read, saved and told. */
@Singleton
public class Referrals {

  private final ReferralRepository repository;

  Referrals(ReferralRepository repository) {
    this.repository = repository;
  }

  /** Locks the citizen, asks for the verb, and answers the contact as it now stands. */
  public Referral forWriting(Work work, UUID referralId, Verb verb) {
    var citizenId = work.lock("referral", referralId);
    work.require(verb, citizenId, null);
    return find(work, referralId);
  }

  /** Without asking; NOT_FOUND when absent or out of scope. */
  public Referral find(Work work, UUID referralId) {
    return repository
        .find(work.municipality(), referralId)
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  /** The therapist is named, and the course begins (O14); refused unless suitable. */
  public Referral referred(Work work, Referral referral) {
    var state =
        RefusalException.valueOf(ReferralTransitions.next(referral.state(), ReferralAction.REFER));
    var next = referral.in(state, work.stamp(null));
    save(work, "ReferralReferred", next, null);
    return next;
  }

  Written add(Work work, Referral referral) {
    repository.save(referral);
    return tell(work, "ReferralOpened", referral, null);
  }

  Written save(Work work, String kind, Referral referral, @Nullable String reason) {
    repository.update(referral);
    return tell(work, kind, referral, reason);
  }

  private static Written tell(Work work, String kind, Referral referral, @Nullable String reason) {
    work.changed(
        new Change(
            kind,
            "referral",
            referral.id(),
            referral.version(),
            referral.citizenId(),
            null,
            referral.stamp().happenedAt(),
            reason));
    return new Written(referral.id(), referral.version());
  }
}
