package dk.genvej.demo;

import dk.genvej.access.UnitKind;
import dk.genvej.shared.Role;
import java.util.List;

/**
 * An invented municipality with its units and staff; the same in every demo.
 *
 * @param code three digits that no municipality has or had: the highest ever given out in Denmark
 *     is 861, and Greenland's begin at 950
 * @param units the root first, parents before children
 */
public record DemoMunicipality(int code, String name, List<DemoUnit> units, List<DemoUser> staff) {

  public DemoMunicipality {
    units = List.copyOf(units);
    staff = List.copyOf(staff);
  }

  public DemoUnit root() {
    return units.getFirst();
  }

  public List<DemoUnit> units(UnitKind kind) {
    return units.stream().filter(unit -> unit.kind() == kind).toList();
  }

  public List<DemoUser> staff(Role role) {
    return staff.stream().filter(user -> user.role() == role).toList();
  }
}
