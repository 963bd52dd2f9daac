package dk.genvej.evaluation;

import static io.micronaut.data.annotation.Relation.Kind.EMBEDDED;

import dk.genvej.goal.GoalStatus;
import dk.genvej.shared.Stamp;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.util.UUID;

/** As much of a goal as an evaluation changes: its status. */
@MappedEntity("goal")
record GoalOutcome(
    @Id int municipalityId,
    @Id UUID id,
    UUID citizenId,
    UUID courseId,
    GoalStatus status,
    int version,
    @Relation(EMBEDDED) Stamp stamp) {

  GoalOutcome with(GoalStatus newStatus, Stamp newStamp) {
    return new GoalOutcome(
        municipalityId, id, citizenId, courseId, newStatus, version + 1, newStamp);
  }
}
