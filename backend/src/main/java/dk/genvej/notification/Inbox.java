package dk.genvej.notification;

import dk.genvej.notification.InboxRepository.Message;
import dk.genvej.shared.Ids;
import dk.genvej.work.Work;
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

  /** The actor's own, newest first; each citizen shown is disclosed. */
  List<Message> page(Work work, Instant before, UUID beforeId, int most) {
    var found = repository.page(work.municipality(), work.actor().userId(), before, beforeId, most);
    work.discloseAll(found.stream().map(Message::citizenId).filter(Objects::nonNull).toList());
    return found;
  }
}
