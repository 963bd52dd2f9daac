package dk.genvej.client;

import dk.genvej.api.model.MutationResult;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write of the queue.
 *
 * @param json the mutation as it was recorded: each sending has the same characters, as the server
 *     knows a mutation again by its id and its content
 * @param result what the server said last
 * @param answeredAt when it did, by the server's clock, as the tablet's may be years off
 */
@Serdeable
public record QueuedMutation(
    UUID id,
    String operation,
    String json,
    OffsetDateTime recordedAt,
    List<UUID> dependsOn,
    MutationState state,
    @Nullable MutationResult result,
    @Nullable OffsetDateTime answeredAt) {

  QueuedMutation in(MutationState next) {
    return new QueuedMutation(id, operation, json, recordedAt, dependsOn, next, result, answeredAt);
  }

  QueuedMutation answered(MutationState next, MutationResult told, @Nullable OffsetDateTime at) {
    return new QueuedMutation(id, operation, json, recordedAt, dependsOn, next, told, at);
  }
}
