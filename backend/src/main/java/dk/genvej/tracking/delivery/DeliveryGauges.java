package dk.genvej.tracking.delivery;

import dk.genvej.tracking.delivery.DeliveryFigures.Figure;
import dk.genvej.worker.Gauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How far central tracking is behind, all receivers together, for operators. */
@Singleton
class DeliveryGauges implements MeterBinder {

  private final BeanProvider<DeliveryFigures> figures;

  DeliveryGauges(BeanProvider<DeliveryFigures> figures) {
    this.figures = figures;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauges.of(
        registry,
        "genvej.outcomes.waiting",
        "Outcomes that a receiver has not been told",
        () -> figures.get().all().stream().mapToInt(Figure::waiting).sum());
    Gauges.of(
        registry,
        "genvej.outcomes.parked",
        "Outcomes that a receiver refused, for somebody to look at",
        () -> figures.get().all().stream().mapToInt(Figure::parked).sum());
    Gauges.of(
        registry,
        "genvej.outcomes.oldest.seconds",
        "How long the oldest of those that wait has waited",
        () ->
            figures.get().all().stream()
                .map(Figure::lag)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .toSeconds());
  }
}
