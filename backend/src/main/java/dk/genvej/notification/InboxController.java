package dk.genvej.notification;

import dk.genvej.api.InboxApi;
import dk.genvej.api.model.InboxPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class InboxController implements InboxApi {

  private static final int LIMIT = 50;

  /** After every message. */
  private static final String LATEST = "9999-12-31T00:00:00Z";

  private final Edge edge;
  private final Inbox inbox;
  private final InboxViews views;

  InboxController(Edge edge, Inbox inbox, InboxViews views) {
    this.edge = edge;
    this.inbox = inbox;
    this.views = views;
  }

  @Override
  public InboxPage listInbox(@Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var place = Cursors.parse(cursor, LATEST);
    var before = place.time();
    return edge.read(work -> views.page(inbox.page(work, before, place.id(), size + 1), size));
  }
}
