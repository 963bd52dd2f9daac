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
 * reads: a fifth of the server's work in a first sync, by profile (benchmarks.md).
 */
@Introspected
public final class ColumnNames extends UnderScoreSeparatedLowerCase {

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
