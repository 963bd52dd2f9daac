package dk.genvej.tracking.gateway;

import dk.genvej.api.GatewayApi;
import dk.genvej.api.model.GatewayStanding;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;

@Controller("/api/v1")
class GatewayController implements GatewayApi {

  private final Edge edge;
  private final GatewayStandingService standing;

  GatewayController(Edge edge, GatewayStandingService standing) {
    this.edge = edge;
    this.standing = standing;
  }

  @Override
  public GatewayStanding getGatewayStanding(UUID courseId) {
    return edge.read(work -> standing.of(work, courseId));
  }
}
