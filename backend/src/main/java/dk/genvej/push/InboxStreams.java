package dk.genvej.push;

import dk.genvej.push.InboxStream.End;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.SystemTime;
import dk.genvej.shared.Time;
import dk.genvej.work.Work;
import dk.genvej.worker.WorkerTransactions;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open streams of this instance. All of them live on one look into the inbox a second, whatever
 * their number; no look while there is none.
 */
@Singleton
class InboxStreams {

  static final int MOST_PER_PERSON = 5;

  /** Below what proxies take for a dead connection. */
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /**
   * A message is dated when its transaction began and seen when it ends: looks overlap by more than
   * a transaction takes.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final Duration BETWEEN_LOOKS_AT_BLOCKS = Duration.ofMinutes(1);

  /** Who missed more reads the inbox. */
  private static final int MOST_MISSED = 200;

  private static final Logger LOG = LoggerFactory.getLogger(InboxStreams.class);

  private final WorkerTransactions transactions;
  private final InboxNewsRepository repository;
  private final Time time;
  private final CopyOnWriteArrayList<InboxStream> streams = new CopyOnWriteArrayList<>();
  private final Map<Integer, Instant> looked = new ConcurrentHashMap<>();
  private Instant blocksLookedAt = Instant.EPOCH;

  InboxStreams(WorkerTransactions transactions, InboxNewsRepository repository, Time time) {
    this.transactions = transactions;
    this.repository = repository;
    this.time = time;
  }

  /** Who asks; entering the transaction has seen to it that they may. */
  Listener admit(Work work) {
    return new Listener(work.municipality(), work.actor().userId());
  }

  /**
   * Opens one more; the oldest of the person's ends when there are too many.
   *
   * @param last the message heard of last; what was told since comes first
   * @param until when the token expires
   */
  Publisher<Event<?>> open(Listener listener, @Nullable UUID last, Instant until) {
    var stream = new InboxStream(listener, until);
    var since = time.now(listener.municipality()).minus(OVERLAP);
    var recent =
        transactions.overAll(
            () ->
                repository.recent(
                    listener.municipality(), listener.userId(), last, since, MOST_MISSED));
    stream.beat(Duration.ZERO);
    for (var one : recent) {
      if (one.missed()) {
        stream.tell(one.id(), one.kind());
      } else {
        stream.knows(one.id());
      }
    }
    add(stream);
    return stream.events();
  }

  private synchronized void add(InboxStream stream) {
    streams.removeIf(InboxStream::over);
    var own = streams.stream().filter(one -> one.listener().equals(stream.listener())).toList();
    own.stream()
        .limit(Math.max(0, own.size() - MOST_PER_PERSON + 1))
        .forEach(oldest -> oldest.end(End.REPLACED));
    streams.add(stream);
  }

  int open() {
    streams.removeIf(InboxStream::over);
    return streams.size();
  }

  /** Ends, beats and tells. */
  @Scheduled(fixedDelay = "1s")
  void look() {
    if (open() == 0) {
      looked.clear();
      return;
    }
    var now = SystemTime.machine();
    streams.stream().filter(one -> one.expired(now)).forEach(one -> one.end(End.EXPIRED));
    try {
      endBlocked(now);
      tell();
    } catch (RuntimeException failed) {
      // Until the database is back the streams stay open, and the next look finds what this missed.
      LOG.warn("the inbox could not be looked into", failed);
    }
    streams.forEach(one -> one.beat(HEARTBEAT));
  }

  private void tell() {
    var by = streams.stream().collect(Collectors.groupingBy(InboxStream::listener));
    var listeners = List.copyOf(by.keySet());
    var clocks =
        listeners.stream()
            .map(Listener::municipality)
            .distinct()
            .collect(Collectors.toMap(m -> m, time::now));
    var since = listeners.stream().map(one -> since(one.municipality(), clocks)).toList();
    var news =
        transactions.overAll(
            () ->
                repository.news(
                    ArrayText.of(listeners.stream().map(Listener::municipality).toList()),
                    ArrayText.of(listeners.stream().map(Listener::userId).toList()),
                    ArrayText.of(since)));
    for (var one : news) {
      by.getOrDefault(new Listener(one.municipalityId(), one.userId()), List.of())
          .forEach(stream -> stream.tell(one.id(), one.kind()));
    }
    looked.putAll(clocks);
  }

  /** From the last look, however long ago it was. */
  private Instant since(int municipality, Map<Integer, Instant> clocks) {
    var now = Objects.requireNonNull(clocks.get(municipality), "one for each");
    var last = looked.getOrDefault(municipality, now);
    return (last.isBefore(now) ? last : now).minus(OVERLAP);
  }

  /** What the token still says, the register may have taken back. */
  void endBlocked(Instant now) {
    if (blocksLookedAt.plus(BETWEEN_LOOKS_AT_BLOCKS).isAfter(now)) {
      return;
    }
    blocksLookedAt = now;
    streams.stream()
        .collect(Collectors.groupingBy(one -> one.listener().municipality()))
        .forEach(this::endBlocked);
  }

  private void endBlocked(int municipality, List<InboxStream> here) {
    var users = here.stream().map(one -> one.listener().userId()).distinct().toList();
    var blocked =
        transactions.in(municipality, _ -> repository.blocked(municipality, ArrayText.of(users)));
    for (var person : blocked) {
      here.stream()
          .filter(one -> one.listener().userId().equals(person.id()))
          .forEach(one -> one.end(End.BLOCKED));
    }
  }

  @PreDestroy
  void close() {
    streams.forEach(one -> one.end(End.CLOSING));
  }
}
