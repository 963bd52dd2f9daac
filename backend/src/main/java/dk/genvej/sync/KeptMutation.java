package dk.genvej.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.api.model.Mutation;
import dk.genvej.api.model.MutationPath;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A write that came and could not be carried out at once.
 *
 * @param path the ids in the address of the operation, as JSON text
 * @param body as it was sent, as JSON text
 * @param dependsOn the ids, with commas between
 * @param citizenId whom it is about, where that is known
 */
@MappedEntity("kept_mutation")
public record KeptMutation(
    int municipalityId,
    @Id UUID id,
    UUID userId,
    @Nullable UUID deviceId,
    String operation,
    String path,
    @Nullable Integer baseVersion,
    @Nullable String body,
    byte[] bodyHash,
    String dependsOn,
    Instant recordedAt,
    Instant receivedAt,
    @Nullable UUID citizenId,
    KeptState state,
    @Nullable KeptReason reason,
    @Nullable UUID assignedTo,
    @Nullable Instant decidedAt,
    @Nullable UUID decidedBy,
    @Nullable String decision,
    int version) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** As the tablet sent it. */
  public Mutation mutation() {
    var sent = new Mutation(id, operation, recordedAt.atOffset(ZoneOffset.UTC));
    sent.setPath(path(path));
    sent.setBaseVersion(baseVersion);
    sent.setDependsOn(predecessors());
    sent.setBody(body == null ? null : body(body));
    return sent;
  }

  /** The records its address names, by table. */
  Map<String, UUID> places() {
    return PushItem.places(DispatchPath.ids(path(path)));
  }

  public List<UUID> predecessors() {
    return Stream.of(dependsOn.split(","))
        .filter(one -> !one.isEmpty())
        .map(UUID::fromString)
        .toList();
  }

  static MutationPath path(String text) {
    return DispatchPath.of(parse(text, new TypeReference<Map<String, UUID>>() {}));
  }

  static Map<String, Object> body(String text) {
    return parse(text, new TypeReference<Map<String, Object>>() {});
  }

  private static <T> T parse(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("jsonb is JSON", impossible);
    }
  }
}
