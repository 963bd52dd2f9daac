package dk.genvej.work;

import dk.genvej.access.Actor;
import dk.genvej.audit.Access;
import dk.genvej.audit.AccessOutcome;
import dk.genvej.shared.RefusalException;
import dk.genvej.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is told of a request in the access log. */
final class AccessRows {

  private AccessRows() {}

  static Optional<AccessOutcome> outcomeOf(RefusalException refused) {
    return switch (refused.refusals().getFirst().code()) {
      case NOT_FOUND -> Optional.of(AccessOutcome.NOT_FOUND);
      case VERB_NOT_ALLOWED -> Optional.of(AccessOutcome.DENIED);
      default -> Optional.empty();
    };
  }

  static Access row(
      Actor actor, Envelope envelope, Instant now, AccessOutcome outcome, List<UUID> citizens) {
    return new Access(
        actor.municipality(),
        now,
        actor.userId(),
        actor.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" ")),
        envelope.operation(),
        outcome,
        envelope.resourceId(),
        citizens,
        envelope.deviceId(),
        envelope.requestId());
  }
}
