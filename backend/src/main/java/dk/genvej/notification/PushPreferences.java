package dk.genvej.notification;

import dk.genvej.shared.ArrayText;
import dk.genvej.worker.Round;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people have chosen, for whoever pushes; inside a transaction of the worker. */
@Singleton
public class PushPreferences {

  private final WorkerPreferenceRepository repository;

  PushPreferences(WorkerPreferenceRepository repository) {
    this.repository = repository;
  }

  /** Of each of them, also of those who have chosen nothing. */
  public Map<UUID, PushPreference> of(Round round, Collection<UUID> users) {
    var chosen =
        repository.of(round.municipality(), ArrayText.of(users)).stream()
            .collect(Collectors.toMap(PreferenceRow::userId, PreferenceRow::preference));
    return users.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                user -> chosen.getOrDefault(user, PushPreference.NOTHING_CHOSEN)));
  }
}
