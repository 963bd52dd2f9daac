package dk.genvej.check;

import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalDateTime;

/** The clock of all instances of a simulation; its driver moves it. */
final class SimulatedTime implements Time {

  private volatile LocalDateTime now;

  SimulatedTime(LocalDateTime beginning) {
    this.now = beginning;
  }

  void set(LocalDateTime moment) {
    now = moment;
  }

  @Override
  public Instant now(int municipality) {
    return now.atZone(ZONE).toInstant();
  }
}
