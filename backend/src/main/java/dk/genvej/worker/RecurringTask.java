package dk.genvej.worker;

import java.time.Duration;
import java.time.Instant;

/**
 * Work that is done again and again: a bean of this type is run by one instance at a time. It may
 * be run twice for the same moment all the same, as an instance can die between its work and the
 * note that it is done; whatever it does must stand that.
 */
public interface RecurringTask {

  /** Names its row in {@code worker_task}; never changed, never used twice. */
  String name();

  /** From the end of one run to the beginning of the next. */
  Duration interval();

  /**
   * Does what is to be done by now. A failure is logged, and tried again after the interval.
   *
   * @param now by the machine's clock; a municipality has its own ({@link Round})
   */
  void run(Instant now);
}
