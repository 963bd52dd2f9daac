package dk.genvej.visit;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit (besøg), in one version.
 *
 * @param visitorId who is to come, and once held who came
 * @param plannedAt null for one nobody had planned
 * @param minutes how long it took, once held
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("visit")
public record Visit(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    VisitState state,
    ContactType contactType,
    UUID visitorId,
    @Nullable Instant plannedAt,
    @Nullable BigDecimal plannedMinutes,
    @Nullable Instant heldAt,
    @Nullable BigDecimal minutes,
    @Nullable String note,
    @Nullable String cancelReason,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** When it took place, or is to. */
  public Instant when() {
    if (heldAt != null) {
      return heldAt;
    }
    if (plannedAt == null) {
      throw new IllegalStateException("a visit is planned or held");
    }
    return plannedAt;
  }
}
