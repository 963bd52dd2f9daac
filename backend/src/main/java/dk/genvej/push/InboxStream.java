package dk.genvej.push;

import io.micronaut.http.sse.Event;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;

/** One open stream of events to one browser. Each message is told in it once. */
final class InboxStream {

  /** Why a stream ends; the client knows by it whether to open another. */
  enum End {
    /** With its token: open another with a fresh one. */
    EXPIRED,
    /** The same person has opened too many others: do not. */
    REPLACED,
    /** The person has no access any more: do not. */
    BLOCKED,
    /** The server stops: open another. */
    CLOSING
  }

  /** All that is said of a message; the rest stands in the inbox. */
  @Serdeable
  record News(String kind, UUID id) {}

  /** A browser that has not read so much is not reading. */
  private static final int MOST_UNREAD = 500;

  /** More are not told within the overlap of two looks. */
  private static final int MOST_REMEMBERED = 1_000;

  private static final Duration RECONNECT = Duration.ofSeconds(5);

  private final Listener listener;
  private final Instant until;
  private final LinkedHashSet<UUID> told = new LinkedHashSet<>();
  private final Sinks.Many<Event<?>> sink =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_UNREAD));
  private long lastSign = System.nanoTime();
  private boolean over;

  /**
   * @param until when its token expires
   */
  InboxStream(Listener listener, Instant until) {
    this.listener = listener;
    this.until = until;
  }

  Listener listener() {
    return listener;
  }

  boolean expired(Instant now) {
    return !now.isBefore(until);
  }

  synchronized boolean over() {
    return over;
  }

  /** What is known already is not told. */
  synchronized void knows(UUID id) {
    told.add(id);
    if (told.size() > MOST_REMEMBERED) {
      told.removeFirst();
    }
  }

  synchronized void tell(UUID id, String kind) {
    if (!told.contains(id)) {
      knows(id);
      emit(Event.of(new News(kind, id)).name("told").id(id.toString()));
    }
  }

  /** A sign of life when there was none for so long. */
  synchronized void beat(Duration silence) {
    if (System.nanoTime() - lastSign >= silence.toNanos()) {
      emit(Event.of("").name("beat").retry(RECONNECT));
    }
  }

  synchronized void end(End why) {
    emit(Event.of(why.name()).name("end"));
    over = true;
    sink.tryEmitComplete();
  }

  /** The browser is gone. */
  synchronized void gone() {
    over = true;
  }

  private void emit(Event<?> event) {
    if (!over) {
      lastSign = System.nanoTime();
      over = sink.tryEmitNext(event).isFailure();
    }
  }

  Publisher<Event<?>> events() {
    return sink.asFlux().doOnCancel(this::gone);
  }
}
