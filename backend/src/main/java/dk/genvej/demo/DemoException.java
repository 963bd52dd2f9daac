package dk.genvej.demo;

/** Something the person at the keyboard can mend; the message is one sentence for them. */
public final class DemoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DemoException(String sentence) {
    super(sentence);
  }

  public DemoException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
