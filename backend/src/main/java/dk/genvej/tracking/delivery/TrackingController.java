package dk.genvej.tracking.delivery;

import dk.genvej.api.TrackingApi;
import dk.genvej.api.model.CentralReceipts;
import dk.genvej.api.model.CohortMark;
import dk.genvej.api.model.DeliveryPage;
import dk.genvej.api.model.DeliveryState;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.ReceiverList;
import dk.genvej.api.model.ReconciliationPage;
import dk.genvej.api.model.SkipDraft;
import dk.genvej.http.Edge;
import dk.genvej.tracking.CohortService;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class TrackingController implements TrackingApi {

  private final Edge edge;
  private final DeliveryService deliveries;
  private final CohortService cohorts;

  TrackingController(Edge edge, DeliveryService deliveries, CohortService cohorts) {
    this.edge = edge;
    this.deliveries = deliveries;
    this.cohorts = cohorts;
  }

  @Override
  public Receipt setCohort(UUID courseId, CohortMark mark) {
    return edge.write(mark, work -> cohorts.mark(work, courseId, mark.getMember()));
  }

  @Override
  public CentralReceipts getReceipts(UUID courseId) {
    return edge.read(work -> deliveries.ofCourse(work, courseId));
  }

  @Override
  public ReceiverList listReceivers() {
    return edge.read(deliveries::receivers);
  }

  @Override
  public DeliveryPage listDeliveries(
      UUID receiverId, DeliveryState state, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(
        work -> deliveries.page(work, receiverId, state.getValue(), cursor, most(limit)));
  }

  @Override
  public ReconciliationPage listReconciliation(
      UUID receiverId, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(work -> deliveries.months(work, receiverId, cursor, most(limit)));
  }

  @Override
  public Receipt wakeReceiver(UUID receiverId) {
    return edge.write(null, work -> deliveries.wake(work, receiverId));
  }

  @Override
  public Receipt retryDelivery(UUID deliveryId) {
    return edge.write(null, work -> deliveries.retry(work, deliveryId));
  }

  @Override
  public Receipt skipDelivery(UUID deliveryId, SkipDraft skip) {
    return edge.write(skip, work -> deliveries.skip(work, deliveryId, skip.getReason()));
  }

  private static int most(@Nullable Integer limit) {
    return Objects.requireNonNullElse(limit, 50);
  }
}
