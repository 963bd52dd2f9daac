package dk.genvej.goal;

import org.mapstruct.Mapper;

/** Codes, which are spelled the same in record and API. */
@Mapper
interface GoalMapper {

  dk.genvej.api.model.GoalStatus view(GoalStatus status);

  GoalStatus record(dk.genvej.api.model.GoalStatus status);

  dk.genvej.api.model.ScorePhase view(ScorePhase phase);

  ScorePhase record(dk.genvej.api.model.ScorePhase phase);

  dk.genvej.api.model.Scorer view(Scorer scorer);

  Scorer record(dk.genvej.api.model.Scorer scorer);
}
