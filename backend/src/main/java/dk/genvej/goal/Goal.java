package dk.genvej.goal;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal (mål), in one version.
 *
 * @param unit of the two values
 * @param agreedWithCitizen whether this version is agreed with the citizen (R3)
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("goal")
public record Goal(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    UUID conditionId,
    String citizensWords,
    String measure,
    @Nullable String unit,
    String baseline,
    @Nullable BigDecimal baselineValue,
    LocalDate baselineOn,
    String target,
    @Nullable BigDecimal targetValue,
    LocalDate targetOn,
    GoalStatus status,
    boolean agreedWithCitizen,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  public GoalTerms terms() {
    return new GoalTerms(
        citizensWords,
        measure,
        baseline,
        baselineOn,
        target,
        targetOn,
        new GoalFigures(baselineValue, targetValue, unit));
  }

  /** Not annulled. */
  public boolean stands() {
    return annulledAt == null;
  }
}
