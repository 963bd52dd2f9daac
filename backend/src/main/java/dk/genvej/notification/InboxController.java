package dk.genvej.notification;

import dk.genvej.api.InboxApi;
import dk.genvej.api.model.InboxPage;
import dk.genvej.api.model.InboxReading;
import dk.genvej.api.model.MessageReading;
import dk.genvej.api.model.NotificationPreference;
import dk.genvej.api.model.NotificationPreferenceEdit;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.UnreadCount;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class InboxController implements InboxApi {

  private static final int LIMIT = 50;

  /** After every message. */
  private static final String LATEST = "9999-12-31T00:00:00Z";

  private final Edge edge;
  private final Inbox inbox;
  private final Preferences preferences;
  private final InboxViews views;

  InboxController(Edge edge, Inbox inbox, Preferences preferences, InboxViews views) {
    this.edge = edge;
    this.inbox = inbox;
    this.preferences = preferences;
    this.views = views;
  }

  @Override
  public InboxPage listInbox(
      dk.genvej.api.model.@Nullable NotificationKind kind,
      @Nullable Boolean unread,
      @Nullable String cursor,
      @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var place = Cursors.parse(cursor, LATEST);
    var before = place.time();
    var wanted = new Inbox.Wanted(kind == null ? null : kind.getValue(), unread);
    return edge.read(
        work -> views.page(inbox.page(work, wanted, before, place.id(), size + 1), size));
  }

  @Override
  public UnreadCount countUnread() {
    return edge.read(work -> new UnreadCount(inbox.unread(work)));
  }

  @Override
  public Receipt markMessage(UUID messageId, MessageReading body) {
    return edge.write(body, work -> inbox.mark(work, messageId, body.getRead()));
  }

  @Override
  public Receipt markInbox(InboxReading body) {
    var until = body.getUntil().toInstant();
    return edge.write(body, work -> inbox.markAll(work, until, body.getRead()));
  }

  @Override
  public NotificationPreference getNotificationPreference() {
    return edge.read(work -> views.preference(preferences.own(work)));
  }

  @Override
  public Receipt setNotificationPreference(NotificationPreferenceEdit body) {
    return edge.write(body, work -> preferences.choose(work, views.choice(body)));
  }
}
