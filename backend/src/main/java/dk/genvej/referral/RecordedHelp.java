package dk.genvej.referral;

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
 * A help figure as it is kept, in one version.
 *
 * @param minutesPerWeek one decimal, as counted on the day it was recorded; null when not assessed
 * @param services with {@link HelpBasis#MINUTES}; empty is no help at all, or not assessed
 * @param reason why, when it was corrected
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("help")
public record RecordedHelp(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID referralId,
    @Nullable UUID followUpId,
    HelpMoment moment,
    HelpBasis basis,
    boolean notAssessed,
    @Nullable BigDecimal minutesPerWeek,
    @TypeDef(type = DataType.JSON) List<ServiceHelp> services,
    @Nullable String courseLevelCode,
    LocalDate recordedOn,
    @Nullable String reason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** As the rules read it. */
  public Help help() {
    if (minutesPerWeek == null) {
      return new Help.NotAssessed();
    }
    return courseLevelCode == null
        ? new Help.Minutes(services)
        : new Help.CourseLevel(courseLevelCode, minutesPerWeek);
  }
}
