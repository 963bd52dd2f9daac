package dk.genvej.followup;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.course.Course;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up in one version. The help granted then is a figure of its own beside it.
 *
 * @param month counted from the day of completion
 * @param annulledAt in the version that takes a record back; the next record clears it
 */
@MappedEntity("follow_up")
public record FollowUp(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    int month,
    LocalDate dueOn,
    FollowUpState state,
    @Nullable LocalDate heldOn,
    @Nullable FollowUpResult result,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  static FollowUp due(UUID id, Course course, FollowUpDates.Due due, Stamp stamp) {
    return new FollowUp(
        course.municipalityId(),
        id,
        course.citizenId(),
        course.id(),
        due.month(),
        due.on(),
        FollowUpState.DUE,
        null,
        null,
        null,
        null,
        null,
        1,
        stamp);
  }

  FollowUp recorded(LocalDate held, FollowUpResult found, Stamp newStamp) {
    return version(FollowUpState.RECORDED, held, found, null, newStamp);
  }

  /** Due again; what was recorded stays in the version before. */
  FollowUp annulled(String reason, Stamp newStamp) {
    return version(FollowUpState.DUE, null, null, reason, newStamp);
  }

  FollowUp cancelled(Stamp newStamp) {
    return version(FollowUpState.CANCELLED, null, null, null, newStamp);
  }

  private FollowUp version(
      FollowUpState newState,
      @Nullable LocalDate held,
      @Nullable FollowUpResult found,
      @Nullable String reason,
      Stamp newStamp) {
    return new FollowUp(
        municipalityId,
        id,
        citizenId,
        courseId,
        month,
        dueOn,
        newState,
        held,
        found,
        reason == null ? null : newStamp.receivedAt(),
        reason == null ? null : newStamp.authorId(),
        reason,
        version + 1,
        newStamp);
  }
}
