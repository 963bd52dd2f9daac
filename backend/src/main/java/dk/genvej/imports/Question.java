package dk.genvej.imports;

/** Somebody who can be asked before something large is ended. */
@FunctionalInterface
public interface Question {

  /** Whether the answer was yes. */
  boolean ask(String danish);

  /** Whoever ordered the import has said yes beforehand. */
  static Question yes() {
    return _ -> true;
  }

  /** Nobody is there to answer. */
  static Question no() {
    return _ -> false;
  }
}
