package dk.genvej.tracking.delivery;

import dk.genvej.tracking.delivery.Deliverer.Claimed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends a group, several at once; each is of another course, so their order does not matter. */
final class SendingClient {

  private static final int AT_ONCE = 8;

  /** After so many without an answer, and none with one, the others are not tried. */
  private static final int ENOUGH = 2 * AT_ONCE;

  private SendingClient() {}

  /**
   * The answers by delivery. Once the receiver asks to be left alone, or is not there, what is not
   * sent yet is not sent.
   */
  static Map<UUID, Answer> all(ReceiverClient client, List<Claimed> claimed) {
    var answers = new ConcurrentHashMap<UUID, Answer>();
    var enough = new AtomicBoolean();
    try (var senders = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (var one : claimed) {
        senders.execute(
            () -> {
              if (!enough.get()) {
                var due = one.due();
                answers.put(due.id(), client.put(due.trackingId(), due.version(), one.body()));
                enough.set(enough(answers.values()));
              }
            });
      }
    }
    return answers;
  }

  private static boolean enough(Collection<Answer> answers) {
    var later =
        answers.stream()
            .filter(Answer.Later.class::isInstance)
            .map(Answer.Later.class::cast)
            .toList();
    return later.stream().anyMatch(one -> one.after().isPresent())
        || (later.size() >= ENOUGH && later.size() == answers.size());
  }
}
