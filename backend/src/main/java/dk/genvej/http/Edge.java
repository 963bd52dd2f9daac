package dk.genvej.http;

import dk.genvej.access.Identity;
import dk.genvej.access.TokenJudge;
import dk.genvej.api.model.Receipt;
import dk.genvej.work.Batch;
import dk.genvej.work.Transactions;
import dk.genvej.work.Work;
import dk.genvej.work.Written;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every controller calls: one request is one unit of work. */
@Singleton
public class Edge {

  private static final ScopedValue<Item> ITEM = ScopedValue.newInstance();

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
    return transactions.read(identity(request), envelopes.ofRead(request).on(deviceId), useCase);
  }

  /** 201: the operation creates the record that its body names. */
  public HttpResponse<Receipt> create(Object body, Function<Work, Written> useCase) {
    return HttpResponse.created(write(HttpStatus.CREATED, body, useCase));
  }

  /** 200: an edit or an action; {@code body} null when the operation has none. */
  public Receipt write(@Nullable Object body, Function<Work, Written> useCase) {
    return write(HttpStatus.OK, body, useCase);
  }

  /**
   * Runs an operation as an item of a tablet's queue: in the item's unit of work, which somebody
   * else begins and ends.
   *
   * @param operation calls the controller
   */
  public Landed item(Work work, Runnable operation) {
    var item = new Item(work);
    ScopedValue.where(ITEM, item).run(operation);
    return Objects.requireNonNull(item.landed, "an operation that writes");
  }

  /** Many writes in one transaction; the envelope is that of the request that brings them. */
  public <T> T batch(Function<Batch, T> body) {
    var request = current();
    return transactions.batch(identity(request), envelopes.ofRead(request), body);
  }

  /** What an item's operation would have answered. */
  public record Landed(int status, Written written) {}

  private static final class Item {
    private final Work work;
    private @Nullable Landed landed;

    private Item(Work work) {
      this.work = work;
    }
  }

  /** As {@link #write} with a body, also for a blocked user. */
  public Receipt writeThoughBlocked(Object body, Function<Work, Written> useCase) {
    var request = current();
    var written =
        transactions.writeThoughBlocked(
            identity(request), envelopes.ofWrite(request, body), HttpStatus.OK.getCode(), useCase);
    return new Receipt(written.id(), written.version());
  }

  private Receipt write(HttpStatus status, @Nullable Object body, Function<Work, Written> useCase) {
    if (ITEM.isBound()) {
      var item = ITEM.get();
      var done = useCase.apply(item.work);
      item.landed = new Landed(status.getCode(), done);
      return new Receipt(done.id(), done.version());
    }
    var request = current();
    var written =
        transactions.write(
            identity(request), envelopes.ofWrite(request, body), status.getCode(), useCase);
    return new Receipt(written.id(), written.version());
  }

  /** When the caller's token expires: what goes on after the answer has begun ends then. */
  public Instant tokenExpiry() {
    return GateFilter.bearer(current()).map(TokenJudge::expiry).orElseThrow();
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
