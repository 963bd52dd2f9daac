package dk.genvej.tracking.gateway;

import dk.genvej.api.GatewayApi;
import dk.genvej.api.model.GatewayQueue;
import dk.genvej.api.model.GatewayReportPage;
import dk.genvej.api.model.GatewayReportState;
import dk.genvej.api.model.GatewayStanding;
import dk.genvej.api.model.Receipt;
import dk.genvej.api.model.SkipDraft;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class GatewayController implements GatewayApi {

  private final Edge edge;
  private final GatewayStandingService standing;
  private final GatewayDeskService desk;

  GatewayController(Edge edge, GatewayStandingService standing, GatewayDeskService desk) {
    this.edge = edge;
    this.standing = standing;
    this.desk = desk;
  }

  @Override
  public GatewayStanding getGatewayStanding(UUID courseId) {
    return edge.read(work -> standing.of(work, courseId));
  }

  @Override
  public GatewayQueue getGatewayQueue() {
    return edge.read(desk::queue);
  }

  @Override
  public GatewayReportPage listGatewayReports(
      GatewayReportState state, @Nullable String cursor, @Nullable Integer limit) {
    int most = Objects.requireNonNullElse(limit, 50);
    return edge.read(work -> desk.page(work, state.getValue(), cursor, most));
  }

  @Override
  public Receipt retryGatewayReport(UUID gatewayReportId) {
    return edge.write(null, work -> desk.retry(work, gatewayReportId));
  }

  @Override
  public Receipt skipGatewayReport(UUID gatewayReportId, SkipDraft skip) {
    return edge.write(skip, work -> desk.skip(work, gatewayReportId, skip.getReason()));
  }

  @Override
  public Receipt wakeGateway() {
    return edge.write(null, desk::wake);
  }
}
