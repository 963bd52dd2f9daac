package dk.genvej.course;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A condition (tilstand) of a citizen: one for each code of FSIII, its id kept over courses.
 *
 * @param active false for one that is kept for an earlier course alone, as two records of the
 *     citizen that were merged both had one of the code
 * @param level 0 to 4 and lower is better, 9 is not relevant
 * @param levelOn the day the level was found
 * @param recordedOn the day the condition was first recorded in our record; no onset
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("condition")
record Condition(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID code,
    int level,
    LocalDate levelOn,
    LocalDate recordedOn,
    boolean active,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** A condition corrected back before its first day was recorded on that earlier day. */
  Condition found(int newLevel, LocalDate day, Stamp newStamp) {
    var first = day.isBefore(recordedOn) ? day : recordedOn;
    return new Condition(
        municipalityId, id, citizenId, code, newLevel, day, first, active, version + 1, newStamp);
  }

  /** Another record of the same condition stands. */
  Condition retired(Stamp newStamp) {
    return new Condition(
        municipalityId,
        id,
        citizenId,
        code,
        level,
        levelOn,
        recordedOn,
        false,
        version + 1,
        newStamp);
  }
}
