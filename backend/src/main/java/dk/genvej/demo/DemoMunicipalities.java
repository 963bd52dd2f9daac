package dk.genvej.demo;

import static dk.genvej.access.UnitKind.CARE_AREA;
import static dk.genvej.access.UnitKind.CARE_TEAM;
import static dk.genvej.access.UnitKind.DISTRICT;
import static dk.genvej.access.UnitKind.SUPPLIER;

import dk.genvej.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The two municipalities of the demo: a large one of Slagelse's size, and a small empty one whose
 * clock can be moved.
 */
public final class DemoMunicipalities {

  /** The four largest areas have two therapists: twelve in all. */
  private static final Map<String, Integer> THERAPISTS =
      Map.of("Havrum", 2, "Torvet", 2, "Åbrinken", 2, "Lynge", 2);

  public static final DemoMunicipality LARGE = large();
  public static final DemoMunicipality SMALL = small();

  private DemoMunicipalities() {}

  public static List<DemoMunicipality> both() {
    return List.of(LARGE, SMALL);
  }

  private static DemoMunicipality large() {
    int code = 890;
    var root = DemoUnit.root(code, "Storå Kommune");
    var units = new ArrayList<DemoUnit>(List.of(root));
    var hiring = new DemoStaff(code, "storaa", 890L);
    addDistrict(code, units, "Kyst", List.of("Havrum", "Strandby", "Fyrby"), hiring);
    addDistrict(code, units, "By", List.of("Torvet", "Åbrinken"), hiring);
    addDistrict(code, units, "Land", List.of("Lynge", "Skovby", "Engholm"), hiring);
    for (var name : List.of("Omsorg Storå ApS", "Havblik Hjemmepleje ApS")) {
      var supplier = DemoUnit.under(code, root, SUPPLIER, name);
      units.add(supplier);
      hiring.hire(Role.SUPPLIER, 60, supplier);
    }
    hiring.hire(Role.VISITATOR, 7, root);
    hiring.hire(Role.LEADER, 3, root);
    hiring.hire(Role.ADMINISTRATOR, 2, root);
    hiring.hire(Role.LOG_CONTROLLER, 1, root);
    return new DemoMunicipality(code, root.name(), units, hiring.hired());
  }

  /** One coordinator for a district; for each of its areas therapists, nurses and a care team. */
  private static void addDistrict(
      int code, List<DemoUnit> units, String name, List<String> areas, DemoStaff hiring) {
    var district = DemoUnit.under(code, units.getFirst(), DISTRICT, "Distrikt " + name);
    units.add(district);
    hiring.hire(Role.COORDINATOR, 1, district);
    for (var areaName : areas) {
      var area = DemoUnit.under(code, district, CARE_AREA, areaName);
      var team = DemoUnit.under(code, area, CARE_TEAM, "Hjemmeplejen " + areaName);
      units.addAll(List.of(area, team));
      hiring.hire(Role.THERAPIST, THERAPISTS.getOrDefault(areaName, 1), area);
      hiring.hire(Role.NURSE, 3, team);
      hiring.hire(Role.CARE_STAFF, 47, team);
    }
  }

  private static DemoMunicipality small() {
    int code = 891;
    var root = DemoUnit.root(code, "Lilleby Kommune");
    var district = DemoUnit.under(code, root, DISTRICT, "Distrikt Lilleby");
    var area = DemoUnit.under(code, district, CARE_AREA, "Lilleby");
    var team = DemoUnit.under(code, area, CARE_TEAM, "Hjemmeplejen Lilleby");
    var supplier = DemoUnit.under(code, root, SUPPLIER, "Lilleby Omsorg ApS");
    var hiring = new DemoStaff(code, "lilleby", 891L);
    hiring.hire(Role.THERAPIST, 2, area);
    hiring.hire(Role.CARE_STAFF, 4, team);
    hiring.hire(Role.NURSE, 1, team);
    hiring.hire(Role.SUPPLIER, 2, supplier);
    hiring.hire(Role.VISITATOR, 2, root);
    hiring.hire(Role.COORDINATOR, 1, district);
    hiring.hire(Role.LEADER, 1, root);
    hiring.hire(Role.ADMINISTRATOR, 1, root);
    hiring.hire(Role.LOG_CONTROLLER, 1, root);
    return new DemoMunicipality(
        code, root.name(), List.of(root, district, area, team, supplier), hiring.hired());
  }
}
