package dk.genvej.referral;

import dk.genvej.access.Verb;
import dk.genvej.audit.Change;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** Those of the ids that are known, by id, without asking. */
  public Map<UUID, Referral> find(Work work, List<UUID> ids) {
    var found = ids.isEmpty() ? List.<Referral>of() : repository.of(work.municipality(), ids);
    return found.stream().collect(Collectors.toMap(Referral::id, Function.identity()));
  }

  /** Contacts that another system has received, sent together. Their citizens must be locked. */
  public void addAll(Work work, List<Referral> referrals) {
    repository.saveAll(referrals);
    referrals.forEach(referral -> tell(work, "ReferralOpened", referral, null));
  }

  /** The next versions of contacts that another system has told of anew. */
  public void saveAll(Work work, List<Referral> referrals) {
    repository.updateAll(referrals);
    referrals.forEach(referral -> tell(work, "ReferralChanged", referral, null));
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
