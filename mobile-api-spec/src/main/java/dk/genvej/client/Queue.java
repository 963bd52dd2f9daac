package dk.genvej.client;

import dk.genvej.api.model.MutationResult;
import dk.genvej.api.model.PushAnswer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The writes of one person on one device, in the order they were made. */
final class Queue {

  /** So long an acknowledged write is kept, in case the server is restored to before it. */
  static final Duration KEPT = Duration.ofDays(90);

  private final Map<UUID, QueuedMutation> mutations = new LinkedHashMap<>();

  void add(Entry.Recorded recorded) {
    var mutation = recorded.mutation();
    var after = mutation.getDependsOn();
    add(
        new QueuedMutation(
            mutation.getId(),
            mutation.getOperation(),
            new String(recorded.json(), java.nio.charset.StandardCharsets.UTF_8),
            mutation.getRecordedAt(),
            after == null ? List.of() : List.copyOf(after),
            MutationState.WAITING,
            null,
            null));
  }

  void add(QueuedMutation mutation) {
    mutations.put(mutation.id(), mutation);
  }

  void clear() {
    mutations.clear();
  }

  void sent(Collection<UUID> ids) {
    ids.forEach(
        id ->
            change(
                id, one -> one.state() == MutationState.HELD ? one : one.in(MutationState.SENT)));
  }

  void answered(PushAnswer answer) {
    answer.getResults().forEach(result -> answered(result, answer.getServerTime()));
  }

  /** A late or doubled answer never takes back what was acknowledged before. */
  void answered(MutationResult result, @Nullable OffsetDateTime at) {
    change(
        result.getId(),
        one ->
            one.state() == MutationState.ACKNOWLEDGED
                ? one
                : one.answered(state(result), result, at));
  }

  private static MutationState state(MutationResult result) {
    return switch (result.getOutcome()) {
      case APPLIED, ALREADY_APPLIED -> MutationState.ACKNOWLEDGED;
      case CONFLICT, REJECTED -> MutationState.NEEDS_ATTENTION;
      case QUARANTINED -> MutationState.QUARANTINED;
      case HELD -> MutationState.HELD;
    };
  }

  /** The server was restored: what it had, it may have lost. */
  void offerAgain() {
    where(MutationState::handedOver, one -> one.in(MutationState.WAITING));
  }

  /** Before the device is erased: what was refused may still be kept for somebody to decide. */
  void offerRefused() {
    where(state -> state == MutationState.NEEDS_ATTENTION, one -> one.in(MutationState.WAITING));
  }

  /** What is no longer held has landed or failed: asking again tells which. */
  void heldAre(Collection<UUID> held) {
    var still = Set.copyOf(held);
    mutations.replaceAll(
        (id, one) ->
            one.state() == MutationState.HELD && !still.contains(id)
                ? one.in(MutationState.WAITING)
                : one);
  }

  void decided(UUID id, Entry.Decision decision) {
    switch (decision) {
      case AGAIN -> change(id, one -> one.in(MutationState.WAITING));
      case LET_GO -> mutations.remove(id);
    }
  }

  /** Forgets what was acknowledged so long ago that no backup is older. */
  void forgetBefore(OffsetDateTime serverTime) {
    var oldest = serverTime.minus(KEPT);
    mutations
        .values()
        .removeIf(
            one -> {
              var at = one.answeredAt();
              return one.state() == MutationState.ACKNOWLEDGED && at != null && at.isBefore(oldest);
            });
  }

  /**
   * What may be sent now, oldest first: not what rests on something a person must decide. What is
   * held goes along each time: it asks what became of it, whoever brought what it waited for.
   */
  List<QueuedMutation> sendable() {
    return mutations.values().stream()
        .filter(one -> one.state().unsent() || one.state() == MutationState.HELD)
        .filter(one -> !restsOnUndecided(one))
        .toList();
  }

  private boolean restsOnUndecided(QueuedMutation mutation) {
    return mutation.dependsOn().stream()
        .map(mutations::get)
        .anyMatch(
            before ->
                before != null
                    && (before.state() == MutationState.NEEDS_ATTENTION
                        || (before.state().unsent() && restsOnUndecided(before))));
  }

  int count(MutationState... states) {
    var wanted = Set.of(states);
    return (int) mutations.values().stream().filter(one -> wanted.contains(one.state())).count();
  }

  Optional<QueuedMutation> oldestUnsent() {
    return mutations.values().stream().filter(one -> one.state().unsent()).findFirst();
  }

  Optional<QueuedMutation> find(UUID id) {
    return Optional.ofNullable(mutations.get(id));
  }

  List<QueuedMutation> all() {
    return List.copyOf(mutations.values());
  }

  private void change(UUID id, UnaryOperator<QueuedMutation> how) {
    mutations.computeIfPresent(id, (_, one) -> how.apply(one));
  }

  private void where(
      java.util.function.Predicate<MutationState> state, UnaryOperator<QueuedMutation> how) {
    mutations.replaceAll((_, one) -> state.test(one.state()) ? how.apply(one) : one);
  }
}
