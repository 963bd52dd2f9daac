package dk.genvej.citizen;

import dk.genvej.access.Verb;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Another CPR number of the same citizen: a replacement number that became a real one, or a number
 * that was wrong. The number before stays sealed in the version before.
 */
@Singleton
class CprNumbers {

  private final CitizenRepository citizens;
  private final CprVault vault;

  CprNumbers(CitizenRepository citizens, CprVault vault) {
    this.citizens = citizens;
    this.vault = vault;
  }

  /**
   * Whose a taken number is may lie outside what the actor sees, so it is the database that refuses
   * it, and says no more than that. The number of a record that was merged into the citizen's is
   * the citizen's own.
   */
  Written change(Work work, UUID record, Cpr cpr, String reason) {
    var id = work.lock("citizen", record);
    work.require(Verb.EDIT_CITIZEN, id, null);
    var current = citizens.find(work.municipality(), id).orElseThrow();
    var sealed = vault.sealed(work.municipality(), id, cpr);
    if (Arrays.equals(sealed.index(), current.cprIndex())) {
      throw RefusalException.of(Refusal.at("/cpr", ProblemCode.CPR_UNCHANGED));
    }
    var birthDate = cpr.replacement() ? current.birthDate() : cpr.birthDate();
    var next = Citizens.with(current, sealed, birthDate, work.stamp(null));
    ofMerged(work, current, sealed)
        .ifPresentOrElse(
            merged -> exchange(work, next, merged, vault.open(current), reason),
            () -> citizens.update(next));
    return CitizenService.tell(work, "CitizenCprChanged", next, reason);
  }

  private Optional<Citizen> ofMerged(Work work, Citizen current, SealedCpr sealed) {
    return citizens
        .holder(work.municipality(), sealed.index())
        .filter(
            holder ->
                citizens
                    .find(work.municipality(), holder.id())
                    .filter(whose -> whose.id().equals(current.id()))
                    .isPresent());
  }

  /** The citizen goes on being found by both. */
  private void exchange(Work work, Citizen next, Citizen merged, Cpr before, String reason) {
    var its =
        Citizens.with(
            merged,
            vault.sealed(work.municipality(), merged.id(), before),
            merged.birthDate(),
            work.stamp(null));
    citizens.exchangeNumbers();
    citizens.updateAll(List.of(next, its));
    CitizenService.tell(work, "CitizenCprChanged", its, reason);
  }
}
