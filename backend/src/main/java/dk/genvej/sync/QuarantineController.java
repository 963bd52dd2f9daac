package dk.genvej.sync;

import dk.genvej.api.QuarantineApi;
import dk.genvej.api.model.QuarantineDiscard;
import dk.genvej.api.model.QuarantineReassignment;
import dk.genvej.api.model.QuarantinedPage;
import dk.genvej.api.model.Receipt;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class QuarantineController implements QuarantineApi {

  private static final int LIMIT = 50;

  private final Edge edge;
  private final QuarantineService quarantine;
  private final QuarantineViews views;

  QuarantineController(Edge edge, QuarantineService quarantine, QuarantineViews views) {
    this.edge = edge;
    this.quarantine = quarantine;
    this.views = views;
  }

  @Override
  public QuarantinedPage listQuarantine(@Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var place = Cursors.parse(cursor, Instant.EPOCH.toString());
    var after = place.time();
    return edge.read(
        work -> views.page(work, quarantine.page(work, after, place.id(), size + 1), size));
  }

  @Override
  public Receipt acceptQuarantined(UUID mutationId) {
    return edge.write(null, work -> quarantine.accept(work, mutationId));
  }

  @Override
  public Receipt reassignQuarantined(UUID mutationId, QuarantineReassignment body) {
    return edge.write(body, work -> quarantine.reassign(work, mutationId, body.getUserId()));
  }

  @Override
  public Receipt discardQuarantined(UUID mutationId, QuarantineDiscard body) {
    return edge.write(body, work -> quarantine.discard(work, mutationId, body.getReason()));
  }
}
