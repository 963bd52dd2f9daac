package dk.genvej.citizen;

import dk.genvej.access.Verb;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.util.Arrays;
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
   * Whose a taken number is may lie outside what the actor sees, so nobody is looked up: the
   * database refuses it, and says no more than that.
   */
  Written change(Work work, UUID id, Cpr cpr, String reason) {
    work.lock("citizen", id);
    work.require(Verb.EDIT_CITIZEN, id, null);
    var current = citizens.find(work.municipality(), id).orElseThrow();
    var sealed = vault.sealed(work.municipality(), id, cpr);
    if (Arrays.equals(sealed.index(), current.cprIndex())) {
      throw RefusalException.of(Refusal.at("/cpr", ProblemCode.CPR_UNCHANGED));
    }
    var birthDate = cpr.replacement() ? current.birthDate() : cpr.birthDate();
    var next = Citizens.with(current, sealed, birthDate, work.stamp(null));
    citizens.update(next);
    return CitizenService.tell(work, "CitizenCprChanged", next, reason);
  }
}
