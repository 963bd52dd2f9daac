package dk.genvej.sync;

import dk.genvej.api.model.Mutation;
import dk.genvej.api.model.MutationOutcome;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Batch;
import dk.genvej.work.Written;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mutation of a push, and what has become of it so far. */
final class PushItem {

  /**
   * Records whose citizen is looked up by their ids; what else an address names lies below them.
   */
  static final Set<String> OWNED =
      Set.of(
          "citizen",
          "referral",
          "course",
          "goal",
          "score",
          "visit",
          "note",
          "pause",
          "agreement",
          "registration",
          "evaluation");

  private final Mutation mutation;
  private final SortedMap<String, UUID> ids;
  private final boolean late;
  private @Nullable DispatchCall call;
  private @Nullable RuntimeException unreadable;
  private @Nullable Fate fate;
  private boolean running;

  /** What has become of it; the first two are known at the end only. */
  sealed interface Fate {}

  /** Refused because of access, and it is not known yet whether that was lost. */
  record Suspected(Batch.Refused<?> refused) implements Fate {}

  /** As whatever becomes of the one it depends on. */
  record Follows(PushItem other) implements Fate {}

  record Landed(MutationOutcome outcome, int status, Written written, boolean merged)
      implements Fate {}

  record Rejected(RuntimeException problem) implements Fate {}

  record Conflict(RefusalException stale, List<Merge.Clash> clashes) implements Fate {}

  record Held(List<UUID> waitsFor) implements Fate {}

  record Quarantined(KeptReason reason, @Nullable UUID citizenId) implements Fate {}

  PushItem(Mutation mutation, boolean late) {
    this.mutation = mutation;
    this.ids = DispatchPath.ids(mutation.getPath());
    this.late = late;
  }

  /**
   * @param judged false for one that landed before
   */
  void read(Dispatch dispatch, boolean judged) {
    try {
      call = dispatch.prepare(mutation, judged);
    } catch (RuntimeException refused) {
      unreadable = refused;
    }
  }

  Mutation mutation() {
    return mutation;
  }

  UUID id() {
    return mutation.getId();
  }

  String operation() {
    return mutation.getOperation();
  }

  /** Kept from an earlier push. */
  boolean late() {
    return late;
  }

  List<UUID> predecessors() {
    return Objects.requireNonNullElse(mutation.getDependsOn(), List.of());
  }

  Instant recordedAt() {
    return mutation.getRecordedAt().toInstant();
  }

  Optional<RuntimeException> unreadable() {
    return Optional.ofNullable(unreadable);
  }

  DispatchCall call() {
    return Objects.requireNonNull(call, "it was read");
  }

  boolean sameAs(UUID user, byte[] hash, UUID author) {
    return call != null && user.equals(author) && java.util.Arrays.equals(hash, call.hash());
  }

  /** The records its address names, by table. */
  Map<String, UUID> places() {
    return places(ids);
  }

  /** Those of a table that tells whose they are. */
  static Map<String, UUID> places(Map<String, UUID> ids) {
    var places = new LinkedHashMap<String, UUID>();
    ids.forEach((name, id) -> places.put(DispatchPath.table(name), id));
    places.keySet().retainAll(OWNED);
    return places;
  }

  @Nullable UUID courseId() {
    return ids.get("courseId");
  }

  // ---- its fate

  Optional<Fate> fate() {
    return Optional.ofNullable(fate);
  }

  boolean decided() {
    return fate != null;
  }

  /** As if it had not been tried. */
  void undo() {
    fate = null;
  }

  void fate(Fate found) {
    fate = found;
  }

  boolean running() {
    return running;
  }

  void running(boolean now) {
    running = now;
  }

  Optional<Landed> landed() {
    return fate instanceof Landed landed ? Optional.of(landed) : Optional.empty();
  }

  void already(dk.genvej.work.Landed first) {
    fate = new Landed(MutationOutcome.ALREADY_APPLIED, first.status(), first.written(), false);
  }

  void applied(int status, Written written, boolean merged) {
    fate = new Landed(MutationOutcome.APPLIED, status, written, merged);
  }

  void rejected(RuntimeException problem) {
    fate = new Rejected(problem);
  }

  void rejected(ProblemCode code) {
    rejected(RefusalException.of(code));
  }
}
