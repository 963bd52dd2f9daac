package dk.genvej.conformance;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Plays every recording of a folder, one after another, each until Enter is pressed: {@code java
 * -cp ... dk.genvej.conformance.Runner conformance 9090}.
 */
public final class Runner {

  private Runner() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments.length > 0 ? arguments[0] : "conformance");
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9090;
    int wrong = 0;
    for (var recording : Recording.all(folder)) {
      try (var player = Player.start(recording, port)) {
        System.out.printf(
            "%s: %s%n  http://127.0.0.1:%d/api/v1; Enter when the client is done%n",
            recording.name(), recording.about(), player.port());
        System.in.read();
        var faults = player.faults();
        faults.forEach(fault -> System.out.println("  WRONG: " + fault));
        System.out.println(faults.isEmpty() ? "  kept to the protocol" : "");
        wrong += faults.isEmpty() ? 0 : 1;
      }
    }
    System.exit(wrong == 0 ? 0 : 1);
  }
}
