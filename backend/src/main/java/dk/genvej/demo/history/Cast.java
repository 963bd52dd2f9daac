package dk.genvej.demo.history;

import dk.genvej.access.Identity;
import dk.genvej.demo.DemoMunicipality;
import dk.genvej.demo.DemoUnit;
import dk.genvej.demo.DemoUser;
import dk.genvej.shared.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Who of the staff does what for a citizen; the same for the same life. */
record Cast(DemoMunicipality municipality) {

  Identity visitator(Life life) {
    return one(municipality.staff(Role.VISITATOR), life).identity();
  }

  /** A therapist of the citizen's care area. */
  DemoUser therapist(Life life, UUID careArea) {
    var inArea =
        municipality.staff(Role.THERAPIST).stream()
            .filter(user -> user.unit().id().equals(careArea))
            .toList();
    return one(inArea, life);
  }

  /** The coordinator of the district. */
  Identity coordinator(UUID district) {
    return municipality.staff(Role.COORDINATOR).stream()
        .filter(user -> user.unit().id().equals(district))
        .findFirst()
        .orElseThrow()
        .identity();
  }

  UUID districtOf(UUID careArea) {
    return municipality.units().stream()
        .filter(unit -> unit.id().equals(careArea))
        .map(DemoUnit::parentId)
        .map(Objects::requireNonNull)
        .findFirst()
        .orElseThrow();
  }

  private static DemoUser one(List<DemoUser> staff, Life life) {
    return staff.get(life.number() % staff.size());
  }
}
