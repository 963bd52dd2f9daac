package dk.genvej.check;

import dk.genvej.shared.Ids;
import java.util.UUID;

/** An invented member of staff. */
record Person(int municipality, String subject, String role, UUID unit) {

  /** As the server names a user at the first login. */
  UUID id() {
    return Ids.named("user " + municipality + " " + subject);
  }
}
