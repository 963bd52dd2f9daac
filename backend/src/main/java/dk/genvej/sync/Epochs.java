package dk.genvej.sync;

import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Ids;
import dk.genvej.sync.EpochRepository.Look;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the database is another than the tablets knew: restored from a backup, promoted from
 * a replica, copied. All tablets then offer again what they had handed in. Read in every pull and
 * push, as a failover happens under a running server.
 */
@Singleton
class Epochs {

  private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);

  /** No alarm: nothing was lost that nobody knows of. */
  private static final Set<EpochReason> QUIET = Set.of(EpochReason.FIRST, EpochReason.COMMAND);

  private final EpochRepository repository;
  private final Receipts receipts;

  Epochs(EpochRepository repository, Receipts receipts) {
    this.repository = repository;
    this.receipts = receipts;
  }

  /**
   * How a tablet finds things.
   *
   * @param queueHeld whether anything of the person's queue waits here for what has not arrived
   */
  record Standing(UUID epoch, boolean queueHeld) {}

  /**
   * The epoch that holds, drawn anew when the database is in another cluster or on another timeline
   * than it was drawn in, or does not know a write it signed for.
   *
   * @param acknowledged the receipt as the tablet shows it; one that is not ours counts for nothing
   */
  Standing current(Work work, @Nullable String acknowledged) {
    var receipt = Optional.ofNullable(acknowledged).flatMap(text -> receipts.read(work, text));
    var look =
        repository.look(
            work.municipality(),
            work.actor().userId(),
            receipt.map(Receipts.Receipt::mutationId).orElse(null));
    var epoch =
        reason(look, receipt)
            .map(reason -> draw(work, look.id(), reason))
            .orElseGet(() -> Objects.requireNonNull(look.id(), "there is one"));
    return new Standing(epoch, look.queueHeld());
  }

  /**
   * The epoch, drawn anew when the tablet holds more than there is.
   *
   * @param held what a tablet holds, given to it in this very epoch
   */
  UUID notBehind(Work work, UUID epoch, Map<UUID, Held> held, Map<UUID, InScope> scope) {
    var known = new HashMap<UUID, Long>();
    scope.forEach((id, one) -> known.put(id, one.seq()));
    var others = held.keySet().stream().filter(id -> !scope.containsKey(id)).toList();
    if (!others.isEmpty()) {
      repository
          .markers(work.municipality(), ArrayText.of(others))
          .forEach(marker -> known.put(marker.citizenId(), marker.seq()));
    }
    return ahead(held, known) ? draw(work, epoch, EpochReason.CURSOR_AHEAD) : epoch;
  }

  private static boolean ahead(Map<UUID, Held> held, Map<UUID, Long> known) {
    return held.entrySet().stream()
        .anyMatch(one -> one.getValue().seq() > known.getOrDefault(one.getKey(), -1L));
  }

  private static Optional<EpochReason> reason(Look look, Optional<Receipts.Receipt> receipt) {
    if (look.id() == null) {
      return Optional.of(EpochReason.FIRST);
    }
    if (!Objects.equals(look.systemIdentifier(), look.currentIdentifier())) {
      return Optional.of(EpochReason.OTHER_CLUSTER);
    }
    if (!look.currentTimeline().equals(look.timeline())) {
      return Optional.of(EpochReason.OTHER_TIMELINE);
    }
    var ours = receipt.filter(one -> one.epoch().equals(look.id())).isPresent();
    return ours && !look.mutationKnown()
        ? Optional.of(EpochReason.RECEIPT_UNKNOWN)
        : Optional.empty();
  }

  /** By whoever comes first; the others take over what was drawn. */
  UUID draw(Work work, @Nullable UUID before, EpochReason reason) {
    int municipality = work.municipality();
    var drawn = repository.draw(municipality, Ids.next(), before, work.now(), reason.name());
    if (drawn == 1 && !QUIET.contains(reason)) {
      LOG.error(
          "the database is not the one the tablets knew: a new epoch for municipality {}, {}",
          municipality,
          reason);
    }
    return repository.newest(municipality).orElseThrow();
  }
}
