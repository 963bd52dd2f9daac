package dk.genvej.visit;

import dk.genvej.api.VisitsApi;
import dk.genvej.api.model.AnnulmentDraft;
import dk.genvej.api.model.HeldVisitDraft;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.VisitCancellation;
import dk.genvej.api.model.VisitDraft;
import dk.genvej.api.model.VisitEdit;
import dk.genvej.api.model.VisitHeld;
import dk.genvej.api.model.VisitPage;
import dk.genvej.http.Cursors;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class VisitController implements VisitsApi {

  private static final int LIMIT = 50;

  /** After and before every visit there can be, where the database can tell. */
  private static final String LATEST = "9999-12-31T00:00:00Z";

  private static final String EARLIEST = "0001-01-01T00:00:00Z";

  private final Edge edge;
  private final VisitService visits;
  private final VisitViews views;

  VisitController(Edge edge, VisitService visits, VisitViews views) {
    this.edge = edge;
    this.visits = visits;
    this.views = views;
  }

  @Override
  public HttpResponse<Receipt> planVisit(UUID courseId, VisitDraft draft) {
    return edge.create(
        draft, work -> visits.plan(work, courseId, draft.getId(), views.planned(draft)));
  }

  @Override
  public HttpResponse<Receipt> recordVisit(UUID courseId, HeldVisitDraft draft) {
    return edge.create(
        draft, work -> visits.record(work, courseId, draft.getId(), views.held(draft)));
  }

  @Override
  public Receipt moveVisit(UUID visitId, VisitEdit edit) {
    return edge.write(edit, work -> visits.move(work, visitId, views.planned(edit)));
  }

  @Override
  public Receipt cancelVisit(UUID visitId, VisitCancellation cancellation) {
    return edge.write(cancellation, work -> visits.cancel(work, visitId, cancellation.getReason()));
  }

  @Override
  public Receipt holdVisit(UUID visitId, VisitHeld held) {
    return edge.write(held, work -> visits.hold(work, visitId, views.held(held)));
  }

  @Override
  public Receipt annulVisit(UUID visitId, AnnulmentDraft draft) {
    return edge.write(draft, work -> visits.annul(work, visitId, draft.getReason()));
  }

  @Override
  public VisitPage listVisits(UUID courseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var place = Cursors.parse(cursor, LATEST);
    var before = place.valueAs(Instant::parse);
    return edge.read(
        work -> views.page(work, visits.page(work, courseId, before, place.id(), size + 1), size));
  }

  @Override
  public VisitPage listToday(@Nullable String cursor, @Nullable Integer limit) {
    int size = limit == null ? LIMIT : limit;
    var place = Cursors.parse(cursor, EARLIEST);
    var after = place.valueAs(Instant::parse);
    return edge.read(
        work -> views.page(work, visits.today(work, after, place.id(), size + 1), size));
  }
}
