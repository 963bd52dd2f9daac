package dk.genvej.client;

import java.time.Duration;

/** What a request came to. */
sealed interface Heard {

  /** It went well, and this is the whole body. */
  record Answer(byte[] body) implements Heard {}

  /** No whole answer came: it may have arrived, it may not. */
  record Nothing() implements Heard {}

  /** The server is busy or ill: the same again after a while. */
  record Later(Duration retryAfter) implements Heard {}

  /** A problem of the catalogue. */
  record Refusal(dk.genvej.api.model.Problem problem) implements Heard {

    String code() {
      return problem.getCode();
    }

    int status() {
      return problem.getStatus();
    }
  }
}
