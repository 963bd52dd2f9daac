package dk.genvej.push;

import dk.genvej.push.PushBacklog.Figures;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says whether devices are woken, and how far behind that is. Never down: without pushes everything
 * works by inbox and polling (R62), and an FCM that is away takes no request with it.
 */
@Singleton
class PushHealth extends AbstractHealthIndicator<Object> {

  static final String DISABLED = "disabled (no credentials)";

  private final PushBacklog backlog;
  private final @Nullable PushSender sender;

  PushHealth(PushBacklog backlog, @Nullable PushSender sender) {
    this.backlog = backlog;
    this.sender = sender;
  }

  @Override
  protected Object getHealthInformation() {
    healthStatus = HealthStatus.UP;
    return sender == null ? DISABLED : told(backlog.look());
  }

  private static Map<String, Object> told(Figures figures) {
    var told = new LinkedHashMap<String, Object>();
    told.put("state", figures.paused().isZero() ? "enabled" : "paused by FCM");
    told.put("waiting", figures.waiting());
    told.put("oldestSeconds", figures.oldestPush().toSeconds());
    return told;
  }

  @Override
  protected String getName() {
    return "push";
  }
}
