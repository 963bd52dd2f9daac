package dk.genvej.access;

import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.Refusal;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The people on the staff: their names for display, their roles when one of them is appointed. */
@Singleton
public class Staff {

  private final StaffRepository repository;
  private final ConcurrentHashMap<Integer, Map<UUID, String>> names = new ConcurrentHashMap<>();

  Staff(StaffRepository repository) {
    this.repository = repository;
  }

  /** Only inside a unit of work of that municipality. Someone unknown has an empty name. */
  public String name(int municipality, UUID userId) {
    var known = names.getOrDefault(municipality, Map.of()).get(userId);
    if (known != null) {
      return known;
    }
    var fresh =
        repository.names(municipality).stream()
            .collect(Collectors.toMap(StaffRepository.Name::id, StaffRepository.Name::name));
    names.put(municipality, fresh);
    return fresh.getOrDefault(userId, "");
  }

  /** Refuses to appoint somebody who has not the role; {@code pointer} is where the id stands. */
  public void requireRole(int municipality, UUID userId, Role role, String pointer) {
    if (repository.roleCount(municipality, userId, role.name()) == 0) {
      throw RefusalException.of(
          Refusal.at(pointer, ProblemCode.USER_LACKS_ROLE).with("role", role));
    }
  }

  /** The units somebody holds the role at; it holds for all below them too. */
  public List<UUID> unitsOf(int municipality, UUID userId, Role role) {
    return repository.at(municipality, userId, role.name()).stream()
        .map(StaffRepository.At::unitId)
        .toList();
  }
}
