package dk.genvej.demo;

import dk.genvej.access.Assignment;
import dk.genvej.access.Identity;
import dk.genvej.shared.Ids;
import dk.genvej.shared.Role;
import java.util.List;
import java.util.UUID;

/**
 * Somebody invented on the staff of a demo municipality.
 *
 * @param username also the subject of the tokens
 * @param password invented and printed; opens nothing but the demo
 */
public record DemoUser(
    int municipality, String username, String name, Role role, DemoUnit unit, String password) {

  /** As the server itself names the user at the first login. */
  public UUID id() {
    return Ids.named("user " + municipality + " " + username);
  }

  /** Who the user is, for work that is done on their behalf without a request. */
  public Identity identity() {
    return new Identity(municipality, username, name, List.of(new Assignment(role, unit.id())));
  }
}
