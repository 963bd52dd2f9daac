package dk.genvej.followup;

import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

/** Where record and API have the same shape. */
@Mapper
interface FollowUpMapper {

  dk.genvej.api.model.FollowUpState view(FollowUpState state);

  dk.genvej.api.model.@Nullable FollowUpResult view(@Nullable FollowUpResult result);

  FollowUpResult record(dk.genvej.api.model.FollowUpResult result);

  dk.genvej.api.model.TaskKind view(TaskKind kind);

  dk.genvej.api.model.TaskState view(TaskState state);
}
