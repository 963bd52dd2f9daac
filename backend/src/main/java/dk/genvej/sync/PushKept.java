package dk.genvej.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.genvej.shared.ArrayText;
import dk.genvej.shared.Ids;
import dk.genvej.shared.ProblemCode;
import dk.genvej.sync.KeptMutationRepository.Slip;
import dk.genvej.work.Batch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a push keeps of mutations that cannot be carried out now, and what it frees of earlier. */
final class PushKept {

  /** HELD_TOO_MANY in the problem catalogue. */
  private static final int MOST_HELD = 1000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PushTools tools;
  private final Batch batch;
  private final Map<UUID, Slip> slips = new HashMap<>();
  private int held;

  PushKept(PushTools tools, Batch batch) {
    this.tools = tools;
    this.batch = batch;
  }

  void look(Collection<UUID> ids) {
    var author = batch.actor().userId();
    tools
        .kept()
        .slips(batch.actor().municipality(), ArrayText.of(ids), author)
        .forEach(slip -> slips.put(slip.id(), slip));
    held = (int) slips.values().stream().filter(one -> one.state() == KeptState.HELD).count();
  }

  /** All of the author's that are held, when any of them waits for one that is here now. */
  List<PushItem> freed(Map<UUID, PushItem> known) {
    var waiting =
        slips.values().stream()
            .filter(slip -> slip.state() == KeptState.HELD && !known.containsKey(slip.id()))
            .toList();
    var awaited =
        waiting.stream()
            .flatMap(slip -> Stream.of(slip.dependsOn().split(",")))
            .anyMatch(id -> !id.isEmpty() && known.containsKey(UUID.fromString(id)));
    if (!awaited) {
      return List.of();
    }
    var ids = ArrayText.of(waiting.stream().map(Slip::id).toList());
    return tools.kept().all(batch.actor().municipality(), ids).stream()
        .sorted(java.util.Comparator.comparing(KeptMutation::receivedAt))
        .map(one -> new PushItem(one.mutation(), true))
        .toList();
  }

  /** When it came before and was kept. */
  void tell(PushItem item, UUID author) {
    var slip = slips.get(item.id());
    if (slip == null || item.late()) {
      return;
    }
    if (!item.sameAs(slip.userId(), slip.bodyHash(), author)) {
      item.rejected(ProblemCode.MUTATION_REUSED);
    } else if (slip.state() == KeptState.WAITING) {
      item.fate(new PushItem.Quarantined(KeptReason.ACCESS_ENDED, null));
    } else if (slip.state() == KeptState.DISCARDED) {
      item.rejected(ProblemCode.QUARANTINE_DECIDED);
    }
  }

  /**
   * For one it depends on that is not in this push: false when that decides it.
   *
   * @param missing gets the id when it has to come first
   */
  boolean after(PushItem item, UUID id, List<UUID> missing) {
    var slip = slips.get(id);
    if (slip == null || slip.state() == KeptState.HELD) {
      missing.add(id);
      return true;
    }
    switch (slip.state()) {
      case WAITING -> item.fate(new PushItem.Quarantined(KeptReason.ACCESS_ENDED, null));
      case FAILED, DISCARDED -> item.rejected(ProblemCode.PREDECESSOR_FAILED);
      default -> {
        return true;
      }
    }
    return false;
  }

  void hold(PushItem item, List<UUID> missing) {
    if (isHeld(item)) {
      item.fate(new PushItem.Held(missing));
    } else if (held >= MOST_HELD) {
      item.rejected(ProblemCode.HELD_TOO_MANY);
    } else {
      held++;
      item.fate(new PushItem.Held(missing));
    }
  }

  private boolean isHeld(PushItem item) {
    var slip = slips.get(item.id());
    return slip != null && slip.state() == KeptState.HELD;
  }

  /** Last of all, when everything is decided. */
  void write(UUID device, List<PushItem> items) {
    var citizens = citizens(items);
    var fresh = items.stream().filter(item -> !slips.containsKey(item.id())).toList();
    keep(device, fresh, citizens);
    became(items.stream().filter(item -> slips.containsKey(item.id())).toList(), citizens);
    tellClashes(items);
  }

  private Map<PushItem, UUID> citizens(List<PushItem> items) {
    var kept =
        items.stream()
            .filter(item -> state(item) == KeptState.WAITING || state(item) == KeptState.HELD)
            .filter(item -> !unchanged(item))
            .toList();
    return kept.isEmpty() ? Map.of() : tools.access().citizens(batch, kept);
  }

  private void keep(UUID device, List<PushItem> fresh, Map<PushItem, UUID> citizens) {
    var rows = JSON.createArrayNode();
    fresh.stream()
        .filter(item -> state(item) == KeptState.WAITING || state(item) == KeptState.HELD)
        .forEach(item -> add(rows, item, citizens.get(item)));
    if (!rows.isEmpty()) {
      var actor = batch.actor();
      var done =
          tools
              .kept()
              .keep(actor.municipality(), actor.userId(), device, batch.now(), rows.toString());
      if (done < rows.size()) {
        taken(fresh);
      }
    }
  }

  /** Somebody else's mutation has the id; one of the same author that came at once is the same. */
  private void taken(List<PushItem> fresh) {
    look(fresh.stream().map(PushItem::id).toList());
    fresh.stream()
        .filter(item -> state(item) == KeptState.WAITING || state(item) == KeptState.HELD)
        .filter(item -> !slips.containsKey(item.id()))
        .forEach(item -> item.rejected(ProblemCode.MUTATION_REUSED));
  }

  private static void add(ArrayNode rows, PushItem item, @Nullable UUID citizen) {
    ObjectNode row = rows.addObject();
    var mutation = item.mutation();
    row.put("id", item.id().toString());
    row.put("operation", item.operation());
    row.set("path", JSON.valueToTree(DispatchPath.ids(mutation.getPath())));
    row.put("base_version", mutation.getBaseVersion());
    row.set("body", mutation.getBody() == null ? null : JSON.valueToTree(mutation.getBody()));
    row.put("body_hash", HexFormat.of().formatHex(item.call().hash()));
    row.put("depends_on", ArrayText.of(item.predecessors()));
    row.put("recorded_at", item.recordedAt().toString());
    row.put("citizen_id", citizen == null ? null : citizen.toString());
    row.put("state", Objects.requireNonNull(state(item)).name());
    row.put("reason", reason(item));
  }

  private void became(List<PushItem> known, Map<PushItem, UUID> citizens) {
    var changed = known.stream().filter(item -> !unchanged(item)).toList();
    if (changed.isEmpty()) {
      return;
    }
    tools
        .kept()
        .became(
            batch.actor().municipality(),
            batch.now(),
            ArrayText.of(changed.stream().map(PushItem::id).toList()),
            ArrayText.of(changed.stream().map(PushKept::state).toList()),
            text(changed.stream().map(PushKept::reason)),
            text(changed.stream().map(citizens::get)));
  }

  private static String text(Stream<?> values) {
    return ArrayText.of(new ArrayList<>(values.toList()));
  }

  /** Kept already as it is to be, or decided by somebody. */
  private boolean unchanged(PushItem item) {
    var slip = slips.get(item.id());
    return slip != null
        && (Set.of(KeptState.WAITING, KeptState.ACCEPTED, KeptState.DISCARDED, KeptState.APPLIED)
                .contains(slip.state())
            || slip.state() == state(item));
  }

  private static @Nullable KeptState state(PushItem item) {
    return switch (item.fate().orElseThrow()) {
      case PushItem.Landed _ -> KeptState.APPLIED;
      case PushItem.Held _ -> KeptState.HELD;
      case PushItem.Quarantined _ -> KeptState.WAITING;
      default -> KeptState.FAILED;
    };
  }

  private static @Nullable String reason(PushItem item) {
    return item.fate().orElse(null) instanceof PushItem.Quarantined(var reason, var _)
        ? reason.name()
        : null;
  }

  /** N10 for each that the person has to decide. */
  private void tellClashes(List<PushItem> items) {
    var clashed = new LinkedHashMap<PushItem, UUID>();
    items.stream()
        .filter(item -> item.fate().orElse(null) instanceof PushItem.Conflict)
        .forEach(item -> clashed.put(item, item.id()));
    if (clashed.isEmpty()) {
      return;
    }
    var actor = batch.actor();
    tools
        .repository()
        .clashed(
            actor.municipality(),
            actor.userId(),
            batch.today(),
            batch.now(),
            text(clashed.keySet().stream().map(_ -> Ids.next())),
            text(clashed.values().stream()),
            text(clashed.keySet().stream().map(item -> PushAccess.known(batch, item).orElse(null))),
            text(clashed.keySet().stream().map(PushItem::courseId)));
  }
}
