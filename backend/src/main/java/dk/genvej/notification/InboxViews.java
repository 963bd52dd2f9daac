package dk.genvej.notification;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.InboxMessage;
import dk.genvej.api.model.InboxPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.notification.InboxRepository.Message;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as the API shows them. */
@Singleton
class InboxViews {

  InboxPage page(List<Message> rows, int limit) {
    return new InboxPage(Cursors.page(rows, limit).stream().map(InboxViews::view).toList())
        .next(Cursors.next(rows, limit, one -> new Cursors(one.sentAt().toString(), one.id())));
  }

  private static InboxMessage view(Message one) {
    return new InboxMessage(
            one.id(),
            dk.genvej.api.model.NotificationKind.fromValue(one.kind()),
            one.causeId(),
            one.dueOn(),
            Refs.time(one.sentAt()))
        .courseId(one.courseId())
        .citizen(citizen(one))
        .readAt(Refs.timeOrNull(one.readAt()));
  }

  private static @Nullable CitizenRef citizen(Message one) {
    var id = one.citizenId();
    var name = one.name();
    var born = one.birthDate();
    return id == null || name == null || born == null ? null : new CitizenRef(id, name, born);
  }
}
