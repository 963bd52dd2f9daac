package dk.genvej.check.push;

import dk.genvej.shared.Time;
import java.time.Duration;
import java.time.Instant;

/** One clock for all municipalities; it stands until it is moved. */
public final class MovedTime implements Time {

  private Instant now;

  public MovedTime(Instant start) {
    now = start;
  }

  @Override
  public Instant now(int municipality) {
    return now();
  }

  synchronized Instant now() {
    return now;
  }

  synchronized void move(Duration by) {
    now = now.plus(by);
  }

  /** Never backwards. */
  synchronized void moveTo(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
  }
}
