package dk.genvej.evaluation;

import dk.genvej.api.model.EvaluatedGoal;
import dk.genvej.api.model.EvaluatedLevel;
import org.mapstruct.Mapper;

/** Where record and API have the same shape. */
@Mapper
interface EvaluationMapper {

  EvaluatedLevel view(LevelFound found);

  LevelFound record(EvaluatedLevel level);

  EvaluatedGoal view(GoalFound found);

  GoalFound record(EvaluatedGoal goal);

  dk.genvej.api.model.EvaluationKind view(EvaluationKind kind);

  dk.genvej.api.model.EvaluationState view(EvaluationState state);
}
