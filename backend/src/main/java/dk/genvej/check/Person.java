package dk.genvej.check;

import dk.genvej.shared.Ids;
import java.util.UUID;

/** An invented member of staff. */
public record Person(int municipality, String subject, String role, UUID unit) {

  /** As the server names a user at the first login. */
  public UUID id() {
    return Ids.named("user " + municipality + " " + subject);
  }
}
