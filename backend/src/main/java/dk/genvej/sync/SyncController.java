package dk.genvej.sync;

import dk.genvej.api.SyncApi;
import dk.genvej.api.model.PullAnswer;
import dk.genvej.api.model.PullRequest;
import dk.genvej.api.model.PushAnswer;
import dk.genvej.api.model.PushRequest;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;

@Controller("/api/v1")
class SyncController implements SyncApi {

  private final Edge edge;
  private final PullService pulls;
  private final PushDesk desk;

  SyncController(Edge edge, PullService pulls, PushDesk desk) {
    this.edge = edge;
    this.pulls = pulls;
    this.desk = desk;
  }

  @Override
  public PullAnswer pullChanges(PullRequest request) {
    return edge.readOn(request.getDevice(), work -> pulls.pull(work, request));
  }

  @Override
  public PushAnswer pushMutations(PushRequest request) {
    return desk.push(request);
  }
}
