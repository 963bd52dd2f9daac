package dk.genvej.followup;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a visitator must decide on, in one version.
 *
 * @param courseId null where it is about the citizen as a whole
 * @param outcome what was decided
 */
@MappedEntity("task")
public record Task(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    @Nullable UUID courseId,
    TaskKind kind,
    TaskState state,
    LocalDate raisedOn,
    @Nullable LocalDate doneOn,
    @Nullable String outcome,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  Task done(LocalDate day, String decided, Stamp newStamp) {
    return new Task(
        municipalityId,
        id,
        citizenId,
        courseId,
        kind,
        TaskState.DONE,
        raisedOn,
        day,
        decided,
        version + 1,
        newStamp);
  }
}
