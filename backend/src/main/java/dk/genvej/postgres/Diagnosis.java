package dk.genvej.postgres;

import java.nio.file.Path;
import java.util.List;

/** Turns what PostgreSQL or the system complained about into the one sentence that helps. */
final class Diagnosis {
  private Diagnosis() {}

  /**
   * The causes worth a sentence of their own are those a user can remedy.
   *
   * @param log what the program wrote, or an exception's message
   */
  static EmbeddedPostgresException of(String log, Path home) {
    if (log.contains("No space left on device")) {
      return diskFull(home);
    }
    if (log.contains("Address already in use")) {
      return new EmbeddedPostgresException(
          "The database's port on 127.0.0.1 was taken by another program just now: start again or"
              + " choose another port.");
    }
    if (log.contains("AccessDenied") || log.contains("Operation not permitted")) {
      return new EmbeddedPostgresException(
          "The database folder %s can't be used by this user: choose a folder of your own."
              .formatted(home));
    }
    if (log.contains("\"setpriv\"")) {
      return new EmbeddedPostgresException(
          "The program setpriv is missing, without which a database could outlive Genvej: install"
              + " the package util-linux.");
    }
    if (log.contains("Permission denied")) {
      return new EmbeddedPostgresException(
          "The database can't enter %s: choose a folder whose parent folders everyone may pass through (PostgreSQL never runs as root)."
              .formatted(home));
    }
    return new EmbeddedPostgresException(
        "The database in %s did not start: %s".formatted(home, lastWord(log)));
  }

  static EmbeddedPostgresException diskFull(Path home) {
    return new EmbeddedPostgresException(
        "The disk of %s is full: free some space or choose a folder on another disk."
            .formatted(home));
  }

  /** The first FATAL line names the cause; later ones only say that it stopped therefore. */
  private static String lastWord(String log) {
    List<String> lines = log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it said nothing." : lines.getLast());
  }
}
