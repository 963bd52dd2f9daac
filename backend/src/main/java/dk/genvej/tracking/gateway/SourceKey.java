package dk.genvej.tracking.gateway;

import java.util.UUID;

/** Which record of ours a resource tells of. */
public record SourceKey(SourceKind kind, String source) {

  static SourceKey of(SourceKind kind, UUID id) {
    return new SourceKey(kind, id.toString());
  }
}
