package dk.genvej.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count of people.
 *
 * @param key what was counted, in words
 */
record HeadcountRow(
    int line, String key, UUID districtId, LocalDate countedOn, int fromAge, int people)
    implements Row {

  @Override
  public String citizenKey() {
    return districtId.toString();
  }

  @Override
  public List<@Nullable Object> content() {
    return List.of(districtId, countedOn, fromAge, people);
  }
}
