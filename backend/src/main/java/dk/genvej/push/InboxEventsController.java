package dk.genvej.push;

import dk.genvej.http.Edge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Of the contract's operations the one that streams; no interface that is generated says that. */
@Controller("/api/v1")
class InboxEventsController {

  private final Edge edge;
  private final InboxStreams streams;

  InboxEventsController(Edge edge, InboxStreams streams) {
    this.edge = edge;
    this.streams = streams;
  }

  @Get("/inbox/events")
  @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON_PROBLEM})
  public HttpResponse<Publisher<Event<?>>> streamInbox(
      @Header("Last-Event-ID") @Nullable UUID lastEventId) {
    var listener = edge.read(streams::admit);
    return HttpResponse.ok(streams.open(listener, lastEventId, edge.tokenExpiry()))
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        // Asks nginx not to keep events back.
        .header("X-Accel-Buffering", "no");
  }
}
