package dk.genvej.work;

import dk.genvej.shared.ArrayText;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How an edit of the API would have said what a version of a record holds. Two edits that rest on
 * the same version can then be put together property by property (R11).
 */
public interface EditForm {

  /** The operation that edits. */
  String operation();

  /** As the record stands. */
  Optional<Object> current(Work work, UUID id);

  /** As these versions stood; one that never was is left out. */
  Map<Place, Object> asOf(Work work, Collection<Place> places);

  /** One version of one record. */
  record Place(UUID id, int version) {

    public static String ids(Collection<Place> places) {
      return ArrayText.of(places.stream().map(Place::id).toList());
    }

    public static String versions(Collection<Place> places) {
      return ArrayText.of(places.stream().map(Place::version).toList());
    }
  }
}
