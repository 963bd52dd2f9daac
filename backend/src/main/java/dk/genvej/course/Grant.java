package dk.genvej.course;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.referral.LegalBasis;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant (bevilling) of a course, by a code of its legal basis.
 *
 * @param code the UUID of the classification
 * @param level3Code the municipality's own name of it, where it has one
 * @param untilDay the last day, included (O16)
 * @param minutesPerWeek known only of imported grants
 */
@MappedEntity("care_grant")
record Grant(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    @Nullable UUID courseId,
    String code,
    LegalBasis legalBasis,
    @Nullable String level3Code,
    @Nullable String level3Display,
    @TypeDef(type = DataType.JSON) List<String> deliveryTypes,
    LocalDate fromDay,
    @Nullable LocalDate untilDay,
    String state,
    @Nullable BigDecimal minutesPerWeek,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {}
