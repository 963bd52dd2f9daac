package dk.genvej.imports;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Relation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code care_grant} that belongs to no course: help the citizen has from the record
 * system (O10). Columns that only a course's grants use are left alone.
 */
@MappedEntity("care_grant")
record HomeCareGrant(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    String code,
    Law legalBasis,
    @Nullable @MappedProperty("level3_code") String level,
    @Nullable @MappedProperty("level3_display") String levelName,
    LocalDate fromDay,
    @Nullable LocalDate untilDay,
    State state,
    BigDecimal minutesPerWeek,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** By which law help is granted; a course has its own two. */
  enum Law {
    SEL_83,
    AELDRELOVEN_10
  }

  enum State {
    ACTIVE,
    ON_HOLD,
    COMPLETED,
    REVOKED,
    ENTERED_IN_ERROR
  }

  /** Not in the snapshot of that day: the day before was its last, or it never began. */
  HomeCareGrant endedBefore(LocalDate day, Stamp newStamp) {
    var begun = fromDay.isBefore(day);
    return new HomeCareGrant(
        municipalityId,
        id,
        citizenId,
        code,
        legalBasis,
        level,
        levelName,
        fromDay,
        begun ? day.minusDays(1) : fromDay,
        begun ? State.COMPLETED : State.REVOKED,
        minutesPerWeek,
        version + 1,
        newStamp);
  }
}
