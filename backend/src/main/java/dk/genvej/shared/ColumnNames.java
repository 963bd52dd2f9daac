package dk.genvej.shared;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.model.Association;
import io.micronaut.data.model.PersistentProperty;
import io.micronaut.data.model.naming.NamingStrategies.UnderScoreSeparatedLowerCase;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Column names as Micronaut Data makes them, each made once. It makes them anew for every cell it
 * reads: a fifth of the server's work in a first sync, by profile (benchmarks.md). For the records
 * a tablet takes down, which are read by the thousand.
 */
@Introspected
public final class ColumnNames extends UnderScoreSeparatedLowerCase {

  /**
   * Several times the properties of all records. Micronaut Data keeps this object for the process,
   * and properties for a context: those of contexts that ended are not kept for ever.
   */
  private static final int MOST = 2_000;

  private final ConcurrentHashMap<Place, String> known = new ConcurrentHashMap<>();

  /** Of an entity's own property, or of one that is embedded in it. */
  @Override
  public String mappedName(List<Association> path, PersistentProperty property) {
    if (path.size() > 1) {
      return super.mappedName(path, property);
    }
    var place = new Place(path.isEmpty() ? null : path.getFirst(), property);
    var name = known.get(place);
    if (name == null) {
      name = super.mappedName(path, property);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(place, name);
    }
    return name;
  }

  /** Micronaut Data keeps one object for each property; comparing them by name is what is slow. */
  private record Place(@Nullable Association embedding, PersistentProperty property) {

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Place place
          && place.embedding == embedding
          && place.property == property;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(embedding) + System.identityHashCode(property);
    }
  }
}
