package dk.genvej.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gauges that ask the database, for operators ({@code /prometheus}). Whoever binds some takes what
 * counts by a {@code BeanProvider}: it needs a pool, and a pool is made with its own figures bound.
 */
public final class Gauges {

  private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

  private Gauges() {}

  /**
   * @param what it is, in a sentence that operators see
   */
  public static void of(MeterRegistry registry, String name, String what, DoubleSupplier value) {
    Gauge.builder(name, () -> safely(name, value)).description(what).register(registry);
  }

  /** Without a database there is no figure, which is told as none, not as nought. */
  private static double safely(String name, DoubleSupplier value) {
    try {
      return value.getAsDouble();
    } catch (RuntimeException failed) {
      LOG.warn("{} could not be counted", name, failed);
      return Double.NaN;
    }
  }
}
