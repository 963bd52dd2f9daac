package dk.genvej.demo;

import dk.genvej.access.UnitKind;
import dk.genvej.shared.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit of a demo municipality; the same one in every demo. */
public record DemoUnit(UUID id, @Nullable UUID parentId, UnitKind kind, String name) {

  static DemoUnit root(int municipality, String name) {
    return new DemoUnit(named(municipality, name), null, UnitKind.MUNICIPALITY, name);
  }

  static DemoUnit under(int municipality, DemoUnit parent, UnitKind kind, String name) {
    return new DemoUnit(named(municipality, name), parent.id(), kind, name);
  }

  private static UUID named(int municipality, String name) {
    return Ids.named("demo unit " + municipality + " " + name);
  }
}
