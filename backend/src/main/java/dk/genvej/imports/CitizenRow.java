package dk.genvej.imports;

import dk.genvej.citizen.CitizenDetails;
import dk.genvej.citizen.Cpr;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A citizen as the record system knows them.
 *
 * @param columns what the file told of; the rest stays as it is here
 * @param cprMark stands for the number wherever it is compared or hashed: a plain hash of a line
 *     would let the number be guessed
 */
record CitizenRow(
    int line,
    String key,
    Set<String> columns,
    Cpr cpr,
    String cprMark,
    LocalDate birthDate,
    CitizenDetails details,
    @Nullable UUID servingUnitId,
    @Nullable LocalDate diedOn,
    @Nullable LocalDate movedAwayOn)
    implements Row {

  @Override
  public String citizenKey() {
    return key;
  }

  @Override
  public List<@Nullable Object> content() {
    return Arrays.asList(
        new TreeSet<>(columns), cprMark, birthDate, details, servingUnitId, diedOn, movedAwayOn);
  }
}
