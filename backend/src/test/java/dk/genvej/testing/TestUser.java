package dk.genvej.testing;

import dk.genvej.access.Assignment;
import dk.genvej.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody on the staff of a test's own municipality. */
public record TestUser(int municipality, String subject, String name, List<Assignment> roles) {

  public UUID id() {
    return Ids.named("user " + municipality + " " + subject);
  }

  List<Map<String, String>> rolesClaim() {
    return roles.stream()
        .map(held -> Map.of("role", held.role().name(), "unit", held.unitId().toString()))
        .toList();
  }
}
