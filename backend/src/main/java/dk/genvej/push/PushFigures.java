package dk.genvej.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What this instance has sent, counted for operators. Kinds and codes only: no ids, no people. */
@Singleton
class PushFigures {

  private final MeterRegistry registry;
  private final Counter removed;

  PushFigures(MeterRegistry registry) {
    this.registry = registry;
    this.removed = removed(registry);
  }

  /** The same counter for whoever asks: it stands at nought before anything was sent. */
  static Counter removed(MeterRegistry registry) {
    return Counter.builder("genvej.push.tokens.removed")
        .description("Tokens that FCM no longer knows, taken from their devices")
        .register(registry);
  }

  void sent(String kind, SendResult result) {
    switch (result) {
      case SendResult.Accepted _ -> count(kind, "accepted", "none");
      case SendResult.DeadToken dead -> count(kind, "dead", dead.problem().name());
      case SendResult.RetryAfter later -> count(kind, "later", later.problem().name());
      case SendResult.Rejected rejected -> count(kind, "rejected", rejected.problem().name());
      case SendResult.Unavailable none -> count(kind, "unavailable", none.problem().name());
    }
  }

  void removed(int tokens) {
    removed.increment(tokens);
  }

  private void count(String kind, String result, String problem) {
    Counter.builder("genvej.push.sent")
        .description("Pushes by their kind and what became of them")
        .tag("kind", kind)
        .tag("result", result)
        .tag("problem", problem)
        .register(registry)
        .increment();
  }
}
