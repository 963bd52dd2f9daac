package dk.genvej.exports;

/** An export that could not be finished; what it wrote before is whole, and its cause says why. */
public final class ExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
