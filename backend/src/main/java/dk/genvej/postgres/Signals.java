package dk.genvej.postgres;

import java.io.IOException;

/** Signals by name: {@link ProcessHandle} knows only SIGTERM, which waits for all clients to go. */
final class Signals {
  private Signals() {}

  /** kill is part of every shell, while the program of that name may be missing in a container. */
  static void send(String signal, long pid, Launcher launcher) throws IOException {
    launcher.ask("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(pid));
  }
}
