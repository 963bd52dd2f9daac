package dk.genvej.push;

import dk.genvej.push.PushBacklog.Figures;
import dk.genvej.worker.Gauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** How far pushing is behind, and who listens, for operators. */
@Singleton
class PushGauges implements MeterBinder {

  private final BeanProvider<PushBacklog> backlog;
  private final BeanProvider<InboxStreams> streams;

  PushGauges(BeanProvider<PushBacklog> backlog, BeanProvider<InboxStreams> streams) {
    this.backlog = backlog;
    this.streams = streams;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "genvej.push.waiting", "Pushes not done", Figures::waiting);
    gauge(
        registry,
        "genvej.push.oldest.seconds",
        "How long the oldest push has waited",
        figures -> figures.oldestPush().toSeconds());
    gauge(
        registry,
        "genvej.push.paused.seconds",
        "How long FCM still wants nothing",
        figures -> figures.paused().toSeconds());
    Gauges.of(
        registry,
        "genvej.inbox.streams",
        "Open browsers that are told of new messages",
        () -> streams.get().open());
    PushFigures.removed(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String what, ToDoubleFunction<Figures> value) {
    Gauges.of(registry, name, what, () -> value.applyAsDouble(backlog.get().look()));
  }
}
