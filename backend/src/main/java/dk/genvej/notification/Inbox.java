package dk.genvej.notification;

import dk.genvej.notification.InboxRepository.Message;
import dk.genvej.shared.Ids;
import dk.genvej.shared.ProblemCode;
import dk.genvej.shared.RefusalException;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox of everybody on the staff: the row is the record of what they were told. */
@Singleton
public class Inbox {

  private final InboxRepository repository;

  Inbox(InboxRepository repository) {
    this.repository = repository;
  }

  /** Tells somebody at once; told before of the same cause for the same day, not again (R81). */
  public void tell(
      Work work,
      UUID recipientId,
      NotificationKind kind,
      UUID causeId,
      @Nullable UUID citizenId,
      @Nullable UUID courseId,
      LocalDate dueOn) {
    repository.tell(
        work.municipality(),
        Ids.next(),
        recipientId,
        kind.name(),
        causeId,
        dueOn,
        citizenId,
        courseId,
        work.now());
  }

  /**
   * What of the inbox is asked for.
   *
   * @param kind null for every kind
   * @param unread null for read and unread ones
   */
  record Wanted(@Nullable String kind, @Nullable Boolean unread) {}

  /** The actor's own, newest first; each citizen shown is disclosed. */
  List<Message> page(Work work, Wanted wanted, Instant before, UUID beforeId, int most) {
    var found =
        repository.page(
            work.municipality(),
            work.actor().userId(),
            Objects.requireNonNullElse(wanted.kind(), ""),
            wanted.unread(),
            before,
            beforeId,
            most);
    work.discloseAll(found.stream().map(Message::citizenId).filter(Objects::nonNull).toList());
    return found;
  }

  int unread(Work work) {
    return repository.unread(work.municipality(), work.actor().userId());
  }

  /** NOT_FOUND when it is not the actor's, or has lost its cause. */
  Written mark(Work work, UUID id, boolean read) {
    mark(work, id, work.now(), read);
    return repository
        .find(work.municipality(), work.actor().userId(), id)
        .map(one -> new Written(one.id(), one.version()))
        .orElseThrow(() -> RefusalException.of(ProblemCode.NOT_FOUND));
  }

  /** All that was sent up to that moment. */
  Written markAll(Work work, Instant until, boolean read) {
    mark(work, null, until, read);
    return new Written(work.actor().userId(), 1);
  }

  private void mark(Work work, @Nullable UUID id, Instant until, boolean read) {
    repository.mark(work.municipality(), work.actor().userId(), id, until, read, work.now());
  }
}
