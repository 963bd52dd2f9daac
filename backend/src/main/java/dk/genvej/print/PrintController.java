package dk.genvej.print;

import dk.genvej.api.PrintsApi;
import dk.genvej.http.Edge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.ByteArrayInputStream;
import java.util.UUID;

@Controller("/api/v1")
class PrintController implements PrintsApi {

  private final Edge edge;
  private final PrintService prints;

  PrintController(Edge edge, PrintService prints) {
    this.edge = edge;
    this.prints = prints;
  }

  @Override
  public FileCustomizableResponseType printPlan(UUID courseId) {
    return file(edge.read(work -> prints.plan(work, courseId)), "plan.pdf");
  }

  @Override
  public FileCustomizableResponseType printEvaluation(UUID evaluationId) {
    return file(edge.read(work -> prints.evaluation(work, evaluationId)), "evaluering.pdf");
  }

  /** Under a name that tells of nobody; whoever opens it keeps no copy by itself. */
  private static StreamedFile file(Printout printout, String name) {
    return new Unkept(printout.pdf()).attach(name);
  }

  private static final class Unkept extends StreamedFile {

    Unkept(byte[] pdf) {
      super(new ByteArrayInputStream(pdf), MediaType.APPLICATION_PDF_TYPE, 0, pdf.length);
    }

    @Override
    public void process(MutableHttpResponse<?> response) {
      super.process(response);
      response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store").remove(HttpHeaders.EXPIRES);
    }
  }
}
