package dk.genvej.demo.fcm;

import java.time.Duration;
import java.util.Map;

/** What a small server does with a request: answers well, badly, or not at all. */
sealed interface HttpReply {

  record Answer(int status, Map<String, String> headers, String json) implements HttpReply {}

  static Answer of(int status, String json) {
    return new Answer(status, Map.of(), json);
  }

  /** Answers after a while. */
  record Slow(Duration delay, Answer then) implements HttpReply {}

  /** Says nothing for a while, then closes. */
  record Silence(Duration delay) implements HttpReply {}

  /** Ends the connection hard (TCP RST). */
  record Reset() implements HttpReply {}
}
