package dk.genvej.client;

import dk.genvej.api.model.MutationPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person does: an operation of the contract with what its request would hold.
 *
 * @param baseVersion on an edit, the version it rests on
 * @param dependsOn earlier writes that this one makes sense after
 */
public record Write(
    String operation,
    MutationPath path,
    @Nullable Integer baseVersion,
    @Nullable Map<String, Object> body,
    List<UUID> dependsOn) {

  public static Write of(String operation, MutationPath path, @Nullable Map<String, Object> body) {
    return new Write(operation, path, null, body, List.of());
  }

  public Write onVersion(int version) {
    return new Write(operation, path, version, body, dependsOn);
  }

  public Write after(UUID... earlier) {
    return new Write(operation, path, baseVersion, body, List.of(earlier));
  }
}
