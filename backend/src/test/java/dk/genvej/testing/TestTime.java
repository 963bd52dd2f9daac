package dk.genvej.testing;

import dk.genvej.shared.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.ConcurrentHashMap;

/** Each test's municipality has a clock of its own, standing still until it is set. */
public final class TestTime implements Time {

  private final ConcurrentHashMap<Integer, Instant> clocks = new ConcurrentHashMap<>();

  @Override
  public Instant now(int municipality) {
    return clocks.computeIfAbsent(municipality, _ -> at(LocalDate.of(2025, 1, 13), "09:00"));
  }

  public void set(int municipality, LocalDate day) {
    set(municipality, day, "10:00");
  }

  public void set(int municipality, LocalDate day, String time) {
    clocks.put(municipality, at(day, time));
  }

  private static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }
}
