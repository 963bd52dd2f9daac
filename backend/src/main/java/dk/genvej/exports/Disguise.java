package dk.genvej.exports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hides people in rows for research: ids become pseudonyms, and what is shared by too few is left
 * empty, by the level the row was told at.
 */
final class Disguise {

  /** The last level at which a column is told; the others are told at all. */
  private static final Map<String, Integer> TOLD_TO =
      Map.of(
          "referral_reason", 0,
          "start_quarter", 0,
          "lives_alone", 1,
          "district", 2,
          "age_band", 3,
          "start_year", 4);

  private static final List<String> IDS = List.of("course", "citizen");

  private final Pseudonyms pseudonyms;

  Disguise(byte[] key) {
    pseudonyms = new Pseudonyms(key);
  }

  @Nullable Object of(String column, @Nullable Object value, int level) {
    if (IDS.contains(column)) {
      var id = Objects.requireNonNull(value, "every row has its ids").toString();
      return pseudonyms.of(column, UUID.fromString(id));
    }
    var last = TOLD_TO.get(column);
    return last != null && level > last ? null : value;
  }
}
