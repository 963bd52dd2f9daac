package dk.genvej.course;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a course (R2), with versions of its own; its id is the course's.
 *
 * @param citizensWords what the citizen wants, in their own words
 * @param summary what staff will do
 * @param interventionType results of different types are never pooled (O8)
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("plan")
record Plan(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    @Nullable String citizensWords,
    @Nullable String summary,
    String interventionType,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  Plan with(
      @Nullable String newWords, @Nullable String newSummary, String newType, Stamp newStamp) {
    return new Plan(
        municipalityId, id, citizenId, newWords, newSummary, newType, version + 1, newStamp);
  }
}
