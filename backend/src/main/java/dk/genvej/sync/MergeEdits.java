package dk.genvej.sync;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.genvej.work.Batch;
import dk.genvej.work.EditForm;
import dk.genvej.work.EditForm.Place;
import dk.genvej.work.Landed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts an edit that came too late together with what was changed meanwhile, where that can be. */
final class MergeEdits {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PushTools tools;
  private final Batch batch;
  private final Map<UUID, Landed> landed;
  private final Map<String, Map<Place, Object>> bases = new HashMap<>();
  private Map<UUID, PushItem> known = Map.of();

  MergeEdits(PushTools tools, Batch batch, Map<UUID, Landed> landed) {
    this.tools = tools;
    this.batch = batch;
    this.landed = landed;
  }

  sealed interface Result {}

  /**
   * @param others whether somebody else had changed anything
   * @param changes what this one changes
   */
  record Together(DispatchCall call, boolean others, List<Merge.Clash> changes) implements Result {}

  record Apart(List<Merge.Clash> clashes) implements Result {}

  void know(Map<UUID, PushItem> items) {
    known = items;
  }

  Result of(PushItem item) {
    return tools
        .forms()
        .of(item.operation())
        .flatMap(form -> of(item, form))
        .orElseGet(() -> new Apart(List.of()));
  }

  private Optional<Result> of(PushItem item, EditForm form) {
    var id = Objects.requireNonNull(item.call().resource(), "an edit names its record");
    return form.current(batch.work(), id)
        .flatMap(current -> base(item, form, id).map(base -> of(item, base, tree(current))));
  }

  private Result of(PushItem item, JsonNode base, JsonNode current) {
    var call = item.call();
    var mine = tree(Objects.requireNonNull(call.body(), "an edit has a body"));
    return switch (Merge.of(base, mine, current)) {
      case Merge.Clashed(var clashes) -> new Apart(clashes);
      case Merge.Merged(var edit, boolean others) ->
          new Together(
              new DispatchCall(call.target(), call.ids(), body(call, edit), call.hash()),
              others,
              Merge.changes(base, mine, current));
    };
  }

  /**
   * What the edit rests on: the version it names, or the author's own edit before it, which the
   * tablet had not yet been told the version of.
   */
  private Optional<JsonNode> base(PushItem item, EditForm form, UUID id) {
    for (var dependsOn : item.predecessors().reversed()) {
      var other = known.get(dependsOn);
      if (other != null
          && other.operation().equals(item.operation())
          && other.landed().filter(one -> one.written().id().equals(id)).isPresent()
          && other.call().body() != null) {
        return Optional.of(tree(Objects.requireNonNull(other.call().body())));
      }
    }
    return Optional.ofNullable(bases(form).get(new Place(id, baseVersion(item, id))))
        .map(this::tree);
  }

  private int baseVersion(PushItem item, UUID id) {
    int named = Objects.requireNonNullElse(item.mutation().getBaseVersion(), 0);
    return item.predecessors().stream()
        .map(landed::get)
        .filter(Objects::nonNull)
        .filter(one -> one.written().id().equals(id) && one.written().version() == named + 1)
        .map(one -> one.written().version())
        .findFirst()
        .orElse(named);
  }

  /** Of all edits of the push that are of this kind, when the first of them needs it. */
  private Map<Place, Object> bases(EditForm form) {
    return bases.computeIfAbsent(
        form.operation(),
        operation ->
            form.asOf(
                batch.work(),
                known.values().stream()
                    .filter(item -> item.operation().equals(operation))
                    .filter(item -> item.unreadable().isEmpty())
                    .map(MergeEdits.this::place)
                    .collect(Collectors.toSet())));
  }

  private Place place(PushItem item) {
    var id = Objects.requireNonNull(item.call().resource(), "an edit names its record");
    return new Place(id, baseVersion(item, id));
  }

  private JsonNode tree(Object edit) {
    return tools.bodies().tree(edit);
  }

  private Object body(DispatchCall call, JsonNode edit) {
    var type = Objects.requireNonNull(call.target().body(), "an edit has a body");
    return tools
        .bodies()
        .read(type, JSON.convertValue(edit, new TypeReference<Map<String, Object>>() {}));
  }
}
