package dk.genvej.postgres;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting that ends: for a condition up to a limit, or for a program that is short by nature. */
final class Waiting {
  /** A start takes some 300 ms; looking every 10 ms adds next to nothing. */
  private static final long STEP_MILLIS = 10;

  private Waiting() {}

  /** Whether the condition came true in time. */
  static boolean until(BooleanSupplier condition, Duration limit) {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException(
          "The wait for the database was interrupted.", interruption);
    }
  }

  /** Exit code of a program whose output has already ended. */
  static int uninterruptedly(Process process) {
    var interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
