package dk.genvej.client;

import dk.genvej.api.model.SyncedCitizen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Queue, held records and position, as the journal tells them. What happens is appended first and
 * takes effect after, by the same method that reads it back: so a stop at any byte leaves the state
 * before or after, and none between.
 */
final class Store implements AutoCloseable {

  /** Below this a journal is not worth rewriting. */
  private static final long SMALL = 1 << 20;

  private final Journal journal;
  private final Queue queue = new Queue();
  private final Holdings holdings = new Holdings();
  private Position position = Position.NOWHERE;
  private long sizeOfSnapshot;

  private Store(Journal journal) {
    this.journal = journal;
  }

  static Store open(Path file) throws IOException {
    var store = new Store(Journal.open(file));
    try {
      for (var entry : store.journal.found()) {
        store.apply(Entry.of(entry));
      }
      return store;
    } catch (IOException | RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  /** When it returns, it is on the disk and holds. */
  synchronized void append(Entry entry) throws IOException {
    journal.append(entry.toBytes());
    apply(entry);
  }

  private void apply(Entry entry) {
    switch (entry) {
      case Entry.Recorded recorded -> queue.add(recorded);
      case Entry.Sent sent -> queue.sent(sent.ids());
      case Entry.Answered answered -> apply(answered);
      case Entry.Pulled pulled -> apply(pulled);
      case Entry.Refused refused -> apply(refused);
      case Entry.Decided decided -> queue.decided(decided.id(), decided.decision());
      case Entry.CursorForgotten _ -> position = position.withoutCursor();
      case Entry.LastOffer _ -> queue.offerRefused();
      case Entry.Snapshot snapshot -> apply(snapshot);
    }
  }

  /** The results are of the new epoch: what was acknowledged in the old one is offered first. */
  private void apply(Entry.Answered answered) {
    if (position.leaves(answered.answer().getEpoch())) {
      queue.offerAgain();
    }
    queue.answered(answered.answer());
    position = position.after(answered.answer());
  }

  private void apply(Entry.Pulled pulled) {
    var page = pulled.page();
    if (position.leaves(page.getEpoch())) {
      queue.offerAgain();
    }
    holdings.take(page);
    queue.heldAre(page.getHeld());
    position = position.after(page);
  }

  private void apply(Entry.Refused refused) {
    queue.answered(refused.result(), position.heardAt());
  }

  private void apply(Entry.Snapshot snapshot) {
    queue.clear();
    holdings.clear();
    snapshot.queue().forEach(queue::add);
    holdings.take(snapshot.citizens(), snapshot.reference());
    position = snapshot.position();
  }

  /** Rewrites the journal as one entry once it has grown to several times what it says. */
  synchronized void compactWhenLarge() throws IOException {
    if (journal.size() > Math.max(SMALL, 4 * sizeOfSnapshot)) {
      compact();
    }
  }

  synchronized void compact() throws IOException {
    var heard = position.heardAt();
    if (heard != null) {
      queue.forgetBefore(heard);
    }
    var snapshot =
        new Entry.Snapshot(
            queue.all(),
            new ArrayList<>(holdings.citizens().values()),
            holdings.reference().orElse(null),
            position);
    journal.replace(snapshot.toBytes());
    sizeOfSnapshot = journal.size();
  }

  synchronized Position position() {
    return position;
  }

  synchronized List<QueuedMutation> sendable() {
    return queue.sendable();
  }

  synchronized List<QueuedMutation> mutations() {
    return queue.all();
  }

  synchronized Optional<QueuedMutation> find(UUID id) {
    return queue.find(id);
  }

  synchronized Map<UUID, SyncedCitizen> citizens() {
    return Map.copyOf(holdings.citizens());
  }

  synchronized boolean holdsReference() {
    return holdings.reference().isPresent();
  }

  synchronized SyncStatus status() {
    return new SyncStatus(
        position.everythingUpTo(),
        position.remaining(),
        queue.count(MutationState.WAITING, MutationState.SENT),
        queue.count(MutationState.HELD),
        queue.count(MutationState.NEEDS_ATTENTION),
        queue.count(MutationState.QUARANTINED),
        queue.oldestUnsent().map(QueuedMutation::recordedAt).orElse(null));
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }
}
