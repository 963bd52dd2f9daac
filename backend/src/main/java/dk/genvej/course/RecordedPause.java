package dk.genvej.course;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.ColumnNames;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.NamingStrategy;
import io.micronaut.data.annotation.Relation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pause as it is kept, in one version.
 *
 * @param homeDay the first day that is no pause; null while nobody knows
 */
@NamingStrategy(ColumnNames.class)
@MappedEntity("pause")
public record RecordedPause(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    LocalDate fromDay,
    @Nullable LocalDate homeDay,
    PauseReason reason,
    @Nullable String text,
    @Nullable Instant annulledAt,
    @Nullable UUID annulledBy,
    @Nullable String annulledReason,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  /** As the rules read it. */
  Pause pause() {
    return new Pause(fromDay, homeDay, reason);
  }

  public boolean stands() {
    return annulledAt == null;
  }

  RecordedPause ended(LocalDate home, Stamp newStamp) {
    return new RecordedPause(
        municipalityId,
        id,
        citizenId,
        courseId,
        fromDay,
        home,
        reason,
        text,
        annulledAt,
        annulledBy,
        annulledReason,
        version + 1,
        newStamp);
  }

  /** The stamp stays that of the entry, as the annulment has its own who and when. */
  RecordedPause annulled(Instant at, UUID by, String why) {
    return new RecordedPause(
        municipalityId,
        id,
        citizenId,
        courseId,
        fromDay,
        homeDay,
        reason,
        text,
        at,
        by,
        why,
        version + 1,
        stamp);
  }
}
