package dk.genvej.imports;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How many people of a district somebody counted on a day (R76): P and R of O10.
 *
 * @param fromAge the age in whole years from which people are counted: 65 is everybody who is 65 or
 *     older; “over 65” is 66
 */
@MappedEntity("headcount")
record Headcount(
    @Id int municipalityId,
    @Id UUID id,
    Kind kind,
    UUID districtId,
    LocalDate countedOn,
    int fromAge,
    int people,
    int version,
    UUID authorId,
    Instant receivedAt) {

  /** Who was counted. */
  enum Kind {
    INHABITANTS("indbyggere", "PopulationCounted"),
    /** Those of the inhabitants who receive help at home. */
    RECIPIENTS("modtagere", "RecipientsCounted");

    private final String column;
    private final String event;

    Kind(String column, String event) {
      this.column = column;
      this.event = event;
    }

    /** The column of the file that holds the count. */
    String column() {
      return column;
    }

    /** What the change log calls a count of them. */
    String event() {
      return event;
    }
  }
}
