package dk.genvej.tracking;

import dk.genvej.api.TrackingApi;
import dk.genvej.api.model.CohortMark;
import dk.genvej.api.model.Receipt;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;

@Controller("/api/v1")
class TrackingController implements TrackingApi {

  private final Edge edge;
  private final CohortService cohorts;

  TrackingController(Edge edge, CohortService cohorts) {
    this.edge = edge;
    this.cohorts = cohorts;
  }

  @Override
  public Receipt setCohort(UUID courseId, CohortMark mark) {
    return edge.write(mark, work -> cohorts.mark(work, courseId, mark.getMember()));
  }
}
