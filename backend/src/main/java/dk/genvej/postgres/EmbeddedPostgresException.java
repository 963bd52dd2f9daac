package dk.genvej.postgres;

/**
 * Why the embedded database did not start: one sentence that tells what to do, fit to be shown to
 * the person at the terminal without a stack trace.
 */
public final class EmbeddedPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedPostgresException(String sentence) {
    super(sentence);
  }

  EmbeddedPostgresException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
