package dk.genvej.sync;

import dk.genvej.access.AccessControl;
import dk.genvej.access.AccessControl.Meeting;
import dk.genvej.http.Contract;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.ProblemCode;
import dk.genvej.work.Batch;
import dk.genvej.work.Work;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether an author who was refused had access when it was written. A write whose author has lost
 * access since is kept for a decision; any other is refused as online.
 */
@Singleton
class PushAccess {

  /** How long a tablet keeps what it has handed in, and so how late a write can come. */
  private static final int DAYS = 90;

  private final AccessControl access;
  private final Contract contract;
  private final PushRepository repository;

  PushAccess(AccessControl access, Contract contract, PushRepository repository) {
    this.access = access;
    this.contract = contract;
    this.repository = repository;
  }

  /** Whom each of these is about, also where the author can no longer see it. */
  Map<PushItem, UUID> citizens(Batch batch, Collection<PushItem> items) {
    var found = new HashMap<PushItem, UUID>();
    items.forEach(item -> known(batch, item).ifPresent(citizen -> found.put(item, citizen)));
    var hidden = items.stream().filter(item -> !found.containsKey(item)).toList();
    if (!hidden.isEmpty()) {
      found.putAll(batch.asClerk(() -> hidden(batch, hidden)));
    }
    return found;
  }

  /** As far as the author sees it. */
  static Optional<UUID> known(Batch batch, PushItem item) {
    return item.places().entrySet().stream()
        .flatMap(place -> batch.knownCitizen(place.getKey(), place.getValue()).stream())
        .findFirst();
  }

  private static Map<PushItem, UUID> hidden(Batch batch, List<PushItem> items) {
    var byTable = new HashMap<String, Set<UUID>>();
    for (var item : items) {
      item.places()
          .forEach((table, id) -> byTable.computeIfAbsent(table, _ -> new HashSet<>()).add(id));
    }
    var owners = new HashMap<UUID, UUID>();
    byTable.forEach((table, ids) -> owners.putAll(batch.citizensOf(table, ids)));
    var found = new HashMap<PushItem, UUID>();
    for (var item : items) {
      item.places().values().stream()
          .filter(owners::containsKey)
          .findFirst()
          .ifPresent(id -> found.put(item, owners.get(id)));
    }
    return found;
  }

  /** Those of the suspected whose authors had access; the others never had it. */
  Set<PushItem> lost(Batch batch, Map<PushItem, PushItem.Suspected> suspected) {
    var citizens = citizens(batch, suspected.keySet());
    if (citizens.isEmpty()) {
      return Set.of();
    }
    var about = ArrayText.of(Set.copyOf(citizens.values()));
    var actor = batch.actor();
    var past = access.past(actor, about, batch.today().minusDays(DAYS), batch.today());
    var held =
        repository.held(actor.municipality(), actor.userId(), about).stream()
            .map(PushRepository.Holding::citizenId)
            .collect(Collectors.toSet());
    return suspected.entrySet().stream()
        .filter(
            one -> {
              var citizen = citizens.get(one.getKey());
              return citizen != null
                  && lost(batch, one.getKey(), one.getValue(), citizen, past, held);
            })
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean lost(
      Batch batch,
      PushItem item,
      PushItem.Suspected suspected,
      UUID citizen,
      Map<UUID, List<Meeting>> past,
      Set<UUID> held) {
    var meetings = allowed(item, past.getOrDefault(citizen, List.of()));
    return switch (suspected.refused().refusal().refusals().getFirst().code()) {
      case NOT_FOUND ->
          known(batch, item).isEmpty() && (!meetings.isEmpty() || held.contains(citizen));
      case ROLE_NOT_ALLOWED -> !meetings.isEmpty();
      default -> verbAllowed(meetings, suspected.refused().denial(), item.courseId());
    };
  }

  /** In a role that may do this at all. */
  private List<Meeting> allowed(PushItem item, List<Meeting> meetings) {
    var roles = contract.rolesOf(item.operation()).orElse(Set.of());
    return meetings.stream().filter(one -> roles.contains(one.standing().role())).toList();
  }

  private static boolean verbAllowed(
      List<Meeting> meetings, Optional<Work.Denial> denial, @Nullable UUID courseId) {
    return denial
        .map(no -> AccessControl.allowed(meetings, no.verb(), no.courseId()))
        .orElseGet(() -> AccessControl.allowed(meetings, null, courseId));
  }

  /** Refusals that may come of access that was lost. */
  static boolean suspicious(ProblemCode code) {
    return code == ProblemCode.NOT_FOUND
        || code == ProblemCode.VERB_NOT_ALLOWED
        || code == ProblemCode.ROLE_NOT_ALLOWED;
  }
}
