package dk.genvej.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One new version of one record.
 *
 * @param kind the event in the field's past tense, for example CourseActivated
 * @param recordType the table of the record
 * @param reason why, when an entry is corrected or annulled
 */
public record Change(
    String kind,
    String recordType,
    UUID recordId,
    int version,
    @Nullable UUID citizenId,
    @Nullable UUID courseId,
    Instant happenedAt,
    @Nullable String reason) {

  private static final int LONGEST = 2000;

  /** The same, with one reason more. */
  public Change because(String more) {
    var both = reason == null ? more : reason + " · " + more;
    return new Change(
        kind,
        recordType,
        recordId,
        version,
        citizenId,
        courseId,
        happenedAt,
        both.substring(0, Math.min(both.length(), LONGEST)));
  }
}
