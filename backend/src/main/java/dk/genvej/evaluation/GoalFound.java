package dk.genvej.evaluation;

import dk.genvej.goal.GoalStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The status of a goal at an evaluation. */
@Serdeable
public record GoalFound(UUID goalId, GoalStatus status) {}
