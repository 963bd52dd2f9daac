package dk.genvej.http;

import dk.genvej.access.Identity;
import dk.genvej.api.model.Receipt;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every controller calls: one request is one unit of work. */
@Singleton
public class Edge {

  private final Transactions transactions;
  private final Envelopes envelopes;

  Edge(Transactions transactions, Envelopes envelopes) {
    this.transactions = transactions;
    this.envelopes = envelopes;
  }

  public <T> T read(Function<Work, T> useCase) {
    var request = current();
    return transactions.read(identity(request), envelopes.ofRead(request), useCase);
  }

  /** As above for a request that names its device in the body. */
  public <T> T readOn(UUID deviceId, Function<Work, T> useCase) {
    var request = current();
    return transactions.read(
        identity(request), envelopes.ofRead(request).on(deviceId), useCase);
  }

  /** 201: the operation creates the record that its body names. */
  public HttpResponse<Receipt> create(Object body, Function<Work, Written> useCase) {
    return HttpResponse.created(write(HttpStatus.CREATED, body, useCase));
  }

  /** 200: an edit or an action; {@code body} null when the operation has none. */
  public Receipt write(@Nullable Object body, Function<Work, Written> useCase) {
    return write(HttpStatus.OK, body, useCase);
  }

  private Receipt write(HttpStatus status, @Nullable Object body, Function<Work, Written> useCase) {
    var request = current();
    var written =
        transactions.write(
            identity(request), envelopes.ofWrite(request, body), status.getCode(), useCase);
    return new Receipt(written.id(), written.version());
  }

  private static HttpRequest<?> current() {
    return ServerRequestContext.currentRequest()
        .orElseThrow(() -> new IllegalStateException("only inside a request"));
  }

  private static Identity identity(HttpRequest<?> request) {
    return request
        .getAttribute(GateFilter.IDENTITY, Identity.class)
        .orElseThrow(() -> new IllegalStateException("the gate was not passed"));
  }
}
