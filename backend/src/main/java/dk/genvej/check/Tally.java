package dk.genvej.check;

import dk.genvej.client.BadNetwork.Fault;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was looked at and what went wrong by intent, over all trials. */
final class Tally {

  private final AtomicLong saved = new AtomicLong();
  private final AtomicLong falselySaved = new AtomicLong();
  private final Map<Fault, Integer> faults = new TreeMap<>();

  void saved(boolean truly) {
    saved.incrementAndGet();
    if (!truly) {
      falselySaved.incrementAndGet();
    }
  }

  synchronized void network(Map<Fault, Integer> done) {
    done.forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
  }

  /** R9. */
  long falselySaved() {
    return falselySaved.get();
  }

  long saved() {
    return saved.get();
  }

  synchronized Map<Fault, Integer> network() {
    return new TreeMap<>(faults);
  }
}
