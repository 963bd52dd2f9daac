package dk.genvej.course;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant (bevilling): what a course is granted, or the home care that the record system tells of
 * (O10).
 *
 * @param courseId null for home care
 * @param code of a course the UUID of the classification, of home care the service or its level
 * @param level3Code the municipality's own name of it, where it has one
 * @param untilDay the last day, included (O16)
 * @param minutesPerWeek known only of imported grants
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("care_grant")
public record Grant(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    @Nullable UUID courseId,
    String code,
    GrantLaw legalBasis,
    @Nullable String level3Code,
    @Nullable String level3Display,
    @TypeDef(type = DataType.JSON) List<String> deliveryTypes,
    LocalDate fromDay,
    @Nullable LocalDate untilDay,
    GrantState state,
    @Nullable BigDecimal minutesPerWeek,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** Not in the snapshot of that day: the day before was its last, or it never began. */
  public Grant endedBefore(LocalDate day, Stamp newStamp) {
    var begun = fromDay.isBefore(day);
    return new Grant(
        municipalityId,
        id,
        citizenId,
        courseId,
        code,
        legalBasis,
        level3Code,
        level3Display,
        deliveryTypes,
        fromDay,
        begun ? day.minusDays(1) : fromDay,
        begun ? GrantState.COMPLETED : GrantState.REVOKED,
        minutesPerWeek,
        version + 1,
        newStamp);
  }

  /** Whether it still gives help. */
  public boolean standing() {
    return state == GrantState.ACTIVE || state == GrantState.ON_HOLD;
  }
}
