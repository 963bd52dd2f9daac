package dk.genvej.referral;

import dk.genvej.shared.Role;
import java.util.Set;

/** What can be done to a contact; all of it is the visitator's, who is the authority (O14, R26). */
public enum ReferralAction {
  FIND_SUITABLE,
  FIND_UNSUITABLE,
  REFER,
  LAPSE;

  public Set<Role> roles() {
    return Set.of(Role.VISITATOR);
  }
}
