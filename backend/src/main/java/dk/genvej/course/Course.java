package dk.genvej.course;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.referral.LegalBasis;
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
 * A course (forløb): one stretch of rehabilitation, from referral to review.
 *
 * @param tovholderId the one person to ask (R41)
 * @param districtId the district of the care area when the course began
 * @param dueOn start plus the length that was set; moves with a corrected start only (O3)
 * @param category what came of it, once completed (O4)
 * @param degreeOfHelp after in percent of shadow, one decimal
 * @param savedMinutes shadow less after, minutes a week
 * @param livesAloneAtStart frozen at activation for the outcome (O15)
 * @param servingUnitAtStart frozen at activation for the outcome (O15)
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("course")
public record Course(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID referralId,
    CourseState state,
    UUID therapistId,
    UUID tovholderId,
    UUID careAreaId,
    UUID districtId,
    LegalBasis legalBasis,
    LocalDate referredOn,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate evaluatedOn,
    @Nullable LocalDate completedOn,
    @Nullable LocalDate stoppedOn,
    @Nullable StopReason stopReason,
    @Nullable String stopText,
    @Nullable Integer stopWeek,
    @Nullable String lapseReason,
    @Nullable String category,
    @Nullable String categoryReason,
    @Nullable BigDecimal degreeOfHelp,
    @Nullable BigDecimal savedMinutes,
    @Nullable Instant reviewedAt,
    @Nullable UUID reviewedBy,
    @Nullable String reviewComment,
    @Nullable Boolean livesAloneAtStart,
    @Nullable UUID servingUnitAtStart,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** The next version, to be changed before it is built. */
  public CourseVersion next(Stamp newStamp) {
    return new CourseVersion(this, newStamp);
  }

  /** Start of a started course. */
  public LocalDate requireStart() {
    if (startedOn == null) {
      throw new IllegalStateException("a course that has not started has no start");
    }
    return startedOn;
  }

  /** Due date of a started course. */
  public LocalDate requireDue() {
    if (dueOn == null) {
      throw new IllegalStateException("a course that has not started is not due");
    }
    return dueOn;
  }

  /** Whether that user is its therapist or its tovholder. */
  public boolean heldBy(UUID userId) {
    return therapistId.equals(userId) || tovholderId.equals(userId);
  }

  /** What runs, such as an open pause, counts to today, or to the last day of one stopped. */
  public LocalDate lastDay(LocalDate today) {
    return stoppedOn == null ? today : stoppedOn;
  }
}
