package dk.genvej.logcontrol;

import dk.genvej.api.AuditApi;
import dk.genvej.api.model.AccessLogEntryPage;
import dk.genvej.api.model.AccessLogSearch;
import dk.genvej.http.Edge;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
class AuditController implements AuditApi {

  private final Edge edge;
  private final LogViews views;

  AuditController(Edge edge, LogViews views) {
    this.edge = edge;
    this.views = views;
  }

  @Override
  public AccessLogEntryPage searchAccessLog(
      AccessLogSearch search, @Nullable String cursor, @Nullable Integer limit) {
    return edge.read(work -> views.page(work, search, cursor, limit));
  }
}
