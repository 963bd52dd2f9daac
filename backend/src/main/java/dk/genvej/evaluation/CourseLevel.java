package dk.genvej.evaluation;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As much of a condition in a course as the twelve-week evaluation changes: its level at the end.
 */
@MappedEntity("course_condition")
record CourseLevel(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    UUID conditionId,
    @Nullable Integer levelAtEnd,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  CourseLevel atEnd(@Nullable Integer level, Stamp newStamp) {
    return new CourseLevel(
        municipalityId, id, citizenId, courseId, conditionId, level, version + 1, newStamp);
  }
}
