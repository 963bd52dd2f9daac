package dk.genvej.imports;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of {@code task}: the record system tells of a death or a move. A visitator decides what
 * becomes of the citizen's course; the file stops nothing.
 */
@MappedEntity("task")
record LifeTask(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    Kind kind,
    String state,
    LocalDate raisedOn,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  enum Kind {
    CITIZEN_DIED,
    CITIZEN_MOVED
  }
}
