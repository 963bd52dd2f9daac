package dk.genvej.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a demo is to run.
 *
 * @param home folder that holds all of it; made if absent
 * @param port on 127.0.0.1; 0 takes any free one
 * @param today the day in the large municipality; null follows the machine's clock
 * @param data false leaves the large municipality without citizens
 */
public record DemoOptions(Path home, int port, @Nullable LocalDate today, boolean data) {

  public static final int USUAL_PORT = 8080;

  public static Path usualHome() {
    return Path.of(System.getProperty("user.home"), ".genvej", "demo");
  }
}
