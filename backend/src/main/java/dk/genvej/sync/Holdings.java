package dk.genvej.sync;

import dk.genvej.shared.ArrayText;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Our own account of what lies on a tablet: for a lost one, and for one that has lost its own. */
@Singleton
class Holdings {

  private final HoldingRepository repository;

  Holdings(HoldingRepository repository) {
    this.repository = repository;
  }

  /** Whoever was ever given to this person's tablet, those it may still hold first. */
  List<UUID> ever(Work work, UUID deviceId) {
    return repository.ever(work.municipality(), deviceId, work.actor().userId()).stream()
        .map(HoldingRepository.Given::citizenId)
        .toList();
  }

  void entered(Work work, UUID deviceId, Collection<UUID> citizens) {
    if (!citizens.isEmpty()) {
      repository.entered(
          work.municipality(), deviceId, work.actor().userId(), ArrayText.of(citizens), work.now());
    }
  }

  void left(Work work, UUID deviceId, Collection<UUID> citizens) {
    if (!citizens.isEmpty()) {
      repository.left(
          work.municipality(), deviceId, work.actor().userId(), ArrayText.of(citizens), work.now());
    }
  }
}
