package dk.genvej.followup;

import dk.genvej.api.FollowUpsApi;
import dk.genvej.api.model.AnnulmentDraft;
import dk.genvej.api.model.FollowUpPage;
import dk.genvej.api.model.FollowUpRecord;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.TaskCompletion;
import dk.genvej.api.model.TaskPage;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class FollowUpController implements FollowUpsApi {

  private final Edge edge;
  private final FollowUpService followUps;
  private final Tasks tasks;
  private final FollowUpViews views;
  private final FollowUpMapper mapper;

  FollowUpController(
      Edge edge,
      FollowUpService followUps,
      Tasks tasks,
      FollowUpViews views,
      FollowUpMapper mapper) {
    this.edge = edge;
    this.followUps = followUps;
    this.tasks = tasks;
    this.views = views;
    this.mapper = mapper;
  }

  @Override
  public FollowUpPage listFollowUps(
      UUID courseId, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(
        work -> views.page(work, courseId, cursor, Objects.requireNonNullElse(limit, 50)));
  }

  @Override
  public Receipt recordFollowUp(UUID followUpId, FollowUpRecord found) {
    return edge.write(
        found,
        work ->
            followUps.record(
                work,
                followUpId,
                found.getHeldOn(),
                found.getHelp(),
                mapper.record(found.getResult())));
  }

  @Override
  public Receipt annulFollowUp(UUID followUpId, AnnulmentDraft draft) {
    return edge.write(draft, work -> followUps.annul(work, followUpId, draft.getReason()));
  }

  @Override
  public TaskPage listTasks(
      dk.genvej.api.model.@Nullable TaskState state,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return edge.read(
        work -> views.tasks(work, state, cursor, Objects.requireNonNullElse(limit, 50)));
  }

  @Override
  public Receipt completeTask(UUID taskId, TaskCompletion completion) {
    return edge.write(completion, work -> tasks.complete(work, taskId, completion.getOutcome()));
  }
}
