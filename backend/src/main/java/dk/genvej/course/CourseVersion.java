package dk.genvej.course;

import dk.genvej.shared.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The next version of a course while it is made: as the one before, but for what is set here. */
public final class CourseVersion {

  private CourseState state;
  private UUID therapistId;
  private UUID tovholderId;
  private UUID careAreaId;
  private UUID districtId;
  private @Nullable LocalDate startedOn;
  private @Nullable LocalDate dueOn;
  private @Nullable LocalDate evaluatedOn;
  private @Nullable LocalDate completedOn;
  private @Nullable LocalDate stoppedOn;
  private @Nullable StopReason stopReason;
  private @Nullable String stopText;
  private @Nullable Integer stopWeek;
  private @Nullable String lapseReason;
  private @Nullable String category;
  private @Nullable String categoryReason;
  private @Nullable BigDecimal degreeOfHelp;
  private @Nullable BigDecimal savedMinutes;
  private @Nullable Instant reviewedAt;
  private @Nullable UUID reviewedBy;
  private @Nullable String reviewComment;
  private @Nullable Boolean livesAloneAtStart;
  private @Nullable UUID servingUnitAtStart;
  private @Nullable Instant annulledAt;
  private @Nullable UUID annulledBy;
  private @Nullable String annulledReason;
  private final Course before;
  private final Stamp stamp;

  CourseVersion(Course before, Stamp stamp) {
    this.before = before;
    this.stamp = stamp;
    this.state = before.state();
    this.therapistId = before.therapistId();
    this.tovholderId = before.tovholderId();
    this.careAreaId = before.careAreaId();
    this.districtId = before.districtId();
    this.startedOn = before.startedOn();
    this.dueOn = before.dueOn();
    this.evaluatedOn = before.evaluatedOn();
    this.completedOn = before.completedOn();
    this.stoppedOn = before.stoppedOn();
    this.stopReason = before.stopReason();
    this.stopText = before.stopText();
    this.stopWeek = before.stopWeek();
    this.lapseReason = before.lapseReason();
    this.category = before.category();
    this.categoryReason = before.categoryReason();
    this.degreeOfHelp = before.degreeOfHelp();
    this.savedMinutes = before.savedMinutes();
    this.reviewedAt = before.reviewedAt();
    this.reviewedBy = before.reviewedBy();
    this.reviewComment = before.reviewComment();
    this.livesAloneAtStart = before.livesAloneAtStart();
    this.servingUnitAtStart = before.servingUnitAtStart();
    this.annulledAt = before.annulledAt();
    this.annulledBy = before.annulledBy();
    this.annulledReason = before.annulledReason();
  }

  public CourseVersion state(CourseState state) {
    this.state = state;
    return this;
  }

  public CourseVersion assigned(UUID therapistId, UUID tovholderId) {
    this.therapistId = therapistId;
    this.tovholderId = tovholderId;
    return this;
  }

  public CourseVersion started(LocalDate startedOn, LocalDate dueOn) {
    this.startedOn = startedOn;
    this.dueOn = dueOn;
    return this;
  }

  /** What the outcome shows as of the start (O15). */
  public CourseVersion frozen(
      @Nullable Boolean livesAloneAtStart, @Nullable UUID servingUnitAtStart) {
    this.livesAloneAtStart = livesAloneAtStart;
    this.servingUnitAtStart = servingUnitAtStart;
    return this;
  }

  public CourseVersion evaluated(@Nullable LocalDate evaluatedOn) {
    this.evaluatedOn = evaluatedOn;
    return this;
  }

  public CourseVersion completed(LocalDate completedOn) {
    this.completedOn = completedOn;
    return this;
  }

  /** O4 and O5. */
  public CourseVersion outcome(
      String category,
      @Nullable String categoryReason,
      @Nullable BigDecimal degreeOfHelp,
      @Nullable BigDecimal savedMinutes) {
    this.category = category;
    this.categoryReason = categoryReason;
    this.degreeOfHelp = degreeOfHelp;
    this.savedMinutes = savedMinutes;
    return this;
  }

  public CourseVersion stopped(
      LocalDate stoppedOn, StopReason stopReason, @Nullable String stopText, int stopWeek) {
    this.stoppedOn = stoppedOn;
    this.stopReason = stopReason;
    this.stopText = stopText;
    this.stopWeek = stopWeek;
    return this;
  }

  public CourseVersion lapsed(String lapseReason) {
    this.lapseReason = lapseReason;
    return this;
  }

  public CourseVersion reviewed(
      Instant reviewedAt, UUID reviewedBy, @Nullable String reviewComment) {
    this.reviewedAt = reviewedAt;
    this.reviewedBy = reviewedBy;
    this.reviewComment = reviewComment;
    return this;
  }

  public CourseVersion annulled(Instant annulledAt, UUID annulledBy, String annulledReason) {
    this.annulledAt = annulledAt;
    this.annulledBy = annulledBy;
    this.annulledReason = annulledReason;
    return this;
  }

  public Course build() {
    return new Course(
        before.municipalityId(),
        before.id(),
        before.citizenId(),
        before.referralId(),
        state,
        therapistId,
        tovholderId,
        careAreaId,
        districtId,
        before.legalBasis(),
        before.referredOn(),
        startedOn,
        dueOn,
        evaluatedOn,
        completedOn,
        stoppedOn,
        stopReason,
        stopText,
        stopWeek,
        lapseReason,
        category,
        categoryReason,
        degreeOfHelp,
        savedMinutes,
        reviewedAt,
        reviewedBy,
        reviewComment,
        livesAloneAtStart,
        servingUnitAtStart,
        annulledAt,
        annulledBy,
        annulledReason,
        before.version() + 1,
        stamp);
  }
}
