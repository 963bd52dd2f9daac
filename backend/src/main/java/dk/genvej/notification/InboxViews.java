package dk.genvej.notification;

import dk.genvej.api.model.CitizenRef;
import dk.genvej.api.model.InboxMessage;
import dk.genvej.api.model.InboxPage;
import dk.genvej.api.model.NotificationPreference;
import dk.genvej.api.model.NotificationPreferenceEdit;
import dk.genvej.http.Cursors;
import dk.genvej.http.Refs;
import dk.genvej.notification.InboxRepository.Message;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages and preferences as the API shows them. */
@Singleton
class InboxViews {

  InboxPage page(List<Message> rows, int limit) {
    return new InboxPage(Cursors.page(rows, limit).stream().map(InboxViews::view).toList())
        .next(Cursors.next(rows, limit, one -> new Cursors(one.sentAt().toString(), one.id())));
  }

  NotificationPreference preference(PreferenceRow row) {
    var quiet = row.quietFrom();
    return new NotificationPreference(
            row.version(),
            row.kinds().map(dk.genvej.api.model.NotificationKind::fromValue).toList())
        .quietHours(
            quiet == null
                ? null
                : new dk.genvej.api.model.QuietHours(
                    quiet, Objects.requireNonNull(row.quietUntil(), "an end of the hours")));
  }

  Preferences.Choice choice(NotificationPreferenceEdit edit) {
    var quiet = edit.getQuietHours();
    return new Preferences.Choice(
        edit.getMuted().stream()
            .map(kind -> NotificationKind.valueOf(kind.getValue()))
            .collect(Collectors.toUnmodifiableSet()),
        quiet == null ? null : LocalTime.parse(quiet.getFrom()),
        quiet == null ? null : LocalTime.parse(quiet.getUntil()));
  }

  private static InboxMessage view(Message one) {
    return new InboxMessage(
            one.id(),
            one.version(),
            dk.genvej.api.model.NotificationKind.fromValue(one.kind()),
            one.causeId(),
            one.dueOn(),
            Refs.time(one.sentAt()),
            one.late())
        .plannedFor(one.late() ? Refs.time(one.sendAt()) : null)
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
