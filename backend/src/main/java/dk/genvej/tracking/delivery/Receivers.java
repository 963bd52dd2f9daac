package dk.genvej.tracking.delivery;

import dk.genvej.shared.SystemTime;
import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The receivers this instance knows the way to. */
@Singleton
public class Receivers {

  private final Map<String, ReceiverSettings> settings = new ConcurrentHashMap<>();
  private final Map<String, ReceiverClient> clients = new ConcurrentHashMap<>();

  Receivers(BeanContext beans) {
    beans.getBeansOfType(ReceiverSettings.class).forEach(this::add);
  }

  /** One more, beside those of the settings: the demo's stand-in has no address before it runs. */
  public void add(ReceiverSettings receiver) {
    settings.put(receiver.name(), receiver);
    clients.put(receiver.name(), new ReceiverClient(receiver, SystemTime::machine));
  }

  Collection<ReceiverSettings> all() {
    return settings.values();
  }

  Optional<ReceiverClient> client(String name) {
    return Optional.ofNullable(clients.get(name));
  }
}
