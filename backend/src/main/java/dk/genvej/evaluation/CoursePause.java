package dk.genvej.evaluation;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.course.Pause;
import dk.genvej.course.PauseReason;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pause as an evaluation shows it (R14); it is read here and never written. */
@MappedEntity("pause")
record CoursePause(
    @Id int municipalityId,
    @Id UUID id,
    LocalDate fromDay,
    @Nullable LocalDate homeDay,
    PauseReason reason,
    @Nullable String text,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  Pause pause() {
    return new Pause(fromDay, homeDay, reason);
  }
}
