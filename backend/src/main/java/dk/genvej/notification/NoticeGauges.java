package dk.genvej.notification;

import dk.genvej.notification.NoticeFigures.Figures;
import dk.genvej.worker.Gauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** How far telling is behind, and the evaluations that are, for operators. */
@Singleton
class NoticeGauges implements MeterBinder {

  private final BeanProvider<NoticeFigures> figures;

  NoticeGauges(BeanProvider<NoticeFigures> figures) {
    this.figures = figures;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "genvej.evaluations.overdue", "Due and not done", Figures::overdueEvaluations);
    gauge(registry, "genvej.notices.untold", "Due and nobody told yet", Figures::untold);
    gauge(
        registry,
        "genvej.notices.oldest.untold.seconds",
        "For how long the oldest of them has been due",
        figure -> figure.oldestUntold().toSeconds());
    gauge(
        registry,
        "genvej.notices.told.to.nobody",
        "Of the last day: due, and there was nobody to tell",
        Figures::toldToNobody);
  }

  private void gauge(
      MeterRegistry registry, String name, String what, ToDoubleFunction<Figures> value) {
    Gauges.of(registry, name, what, () -> value.applyAsDouble(figures.get().now()));
  }
}
