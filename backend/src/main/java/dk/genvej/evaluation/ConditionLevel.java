package dk.genvej.evaluation;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.util.UUID;

/** As much of a citizen's condition as an evaluation changes: its level, and since when. */
@MappedEntity("condition")
record ConditionLevel(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    int level,
    LocalDate levelOn,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  ConditionLevel found(int newLevel, LocalDate day, Stamp newStamp) {
    return new ConditionLevel(municipalityId, id, citizenId, newLevel, day, version + 1, newStamp);
  }
}
